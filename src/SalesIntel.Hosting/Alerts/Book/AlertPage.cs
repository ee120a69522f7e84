using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts.Book;

/// <summary>One open trouble.</summary>
internal sealed record AlertPage
{
    /// <summary>What is known about it.</summary>
    public required AlertGroup Group { get; init; }

    /// <summary>When its repetitions are told, or it is closed for want of any, UTC.</summary>
    public required DateTimeOffset WindowEnds { get; init; }

    /// <summary>What it began with; null when people have been told of it.</summary>
    public Alert? First { get; init; }

    /// <summary>What people are to be told and were not yet; null = nothing.</summary>
    public NoticeKind? Owed { get; init; }

    /// <summary>When somebody may next try to tell it, UTC: whoever tries has until then.</summary>
    public DateTimeOffset TryAt { get; init; }

    /// <summary>What said that it is over; null while it goes on.</summary>
    public Alert? Closing { get; init; }
}
