namespace SalesIntel.Zoho.Transport;

/// <summary>How long a 429 asks to wait. Zoho has one status for too many calls at a time (over in seconds) and for the day's
/// credits being gone (not over for hours), https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html.</summary>
/// <param name="Wait">The time to wait.</param>
/// <param name="CreditsGone">True for the day's credits.</param>
internal readonly record struct ThrottleWait(TimeSpan Wait, bool CreditsGone)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>Decides.</summary>
    /// <param name="reply">The answer, which may hold <c>details.retry_after</c> in seconds.</param>
    /// <param name="header">The <c>Retry-After</c> header, if any.</param>
    /// <param name="creditsRemaining">Last seen <c>X-API-CREDITS-REMAINING</c>; null when never sent.</param>
    public static ThrottleWait For(ZohoReply reply, TimeSpan? header, long? creditsRemaining)
    {
        var gone = creditsRemaining <= 0;
        var asked = reply.Result?.Number("retry_after") is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : header;
        var wait = asked is { } a && a > TimeSpan.Zero ? a
            : gone ? TimeSpan.FromHours(1)
            : TimeSpan.FromMilliseconds(Random.Shared.Next(2_000, 5_001));
        return new ThrottleWait(wait > Longest ? Longest : wait, gone);
    }
}
