using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>An open incident: a trouble that alerts are grouped by.</summary>
internal sealed record Incident
{
    /// <summary>The alerts counted so far.</summary>
    public required AlertGroup Group { get; init; }

    /// <summary>When its repetitions are sent as a digest, or, without repetitions, the incident is closed, UTC.</summary>
    public required DateTimeOffset WindowEnds { get; init; }

    /// <summary>The alert that it began with; null once that was sent.</summary>
    public Alert? First { get; init; }

    /// <summary>The notice that is still to be sent; null = none. Its stored name is that of earlier versions.</summary>
    [JsonPropertyName("owed")]
    public NoticeKind? Pending { get; init; }

    /// <summary>When the next attempt to send it may begin, UTC; an attempt under way has until then.</summary>
    public DateTimeOffset TryAt { get; init; }

    /// <summary>The alert that ended it; null while it goes on.</summary>
    public Alert? Closing { get; init; }
}
