namespace SalesIntel.Zoho.Client;

/// <summary>How long an answer asks to wait. Zoho has one status for too many calls at a time (over in seconds) and for the day's
/// credits being gone (not over for hours), https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html.</summary>
/// <param name="Wait">The time to wait.</param>
/// <param name="CreditsGone">True for the day's credits.</param>
/// <param name="Asked">What the answer itself says; null when it says nothing.</param>
internal readonly record struct ThrottleWait(TimeSpan Wait, bool CreditsGone, TimeSpan? Asked)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);
    private static readonly TimeSpan LongestBrief = TimeSpan.FromSeconds(5);

    /// <summary>True when it is over so soon that the call waits for it.</summary>
    public bool IsBrief => !CreditsGone && Wait <= LongestBrief;

    /// <summary>Decides.</summary>
    /// <param name="answer">The answer, which may hold <c>details.retry_after</c> in seconds.</param>
    /// <param name="header">The <c>Retry-After</c> header, if any.</param>
    /// <param name="credits">Last seen; null when more than half of the day's are left.</param>
    public static ThrottleWait For(ZohoAnswer answer, TimeSpan? header, ZohoCredits? credits)
    {
        var gone = credits is { Remaining: <= 0 };
        var said = answer.Result?.Number("retry_after") is { } seconds and > 0 ? TimeSpan.FromSeconds(seconds) : header;
        TimeSpan? asked = said is { } wait && wait > TimeSpan.Zero ? (wait > Longest ? Longest : wait) : null;
        return new ThrottleWait(
            asked ?? (gone ? TimeSpan.FromHours(1) : TimeSpan.FromMilliseconds(Random.Shared.Next(1_000, 5_001))), gone, asked);
    }
}
