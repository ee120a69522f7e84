namespace SalesIntel.Zoho.Client;

/// <summary>A token as this process holds it: how old it may become is counted from when it came, so that a clock that is set meanwhile changes
/// nothing.</summary>
/// <param name="Token">The token.</param>
/// <param name="Since">When it came.</param>
/// <param name="UseFor">For how long it may be used.</param>
/// <param name="FreshFor">For how long nobody fetches the next.</param>
internal sealed record HeldToken(AccessToken Token, long Since, TimeSpan UseFor, TimeSpan FreshFor)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    /// <summary>One that came now: what its stamps say, but no longer than it lives in all, whatever clock they are by.</summary>
    public static HeldToken Of(AccessToken token, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var life = token.Life ?? LongestLife;
        return new(token, time.GetTimestamp(), Within(token.UseUntil - now, life), Within(token.RefreshFrom - now, life));
    }

    private static TimeSpan Within(TimeSpan left, TimeSpan life) => left < life ? left : life;
}
