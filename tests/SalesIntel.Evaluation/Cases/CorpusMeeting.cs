namespace SalesIntel.Evaluation.Cases;

/// <summary>A meeting of a corpus.</summary>
internal sealed record CorpusMeeting
{
    /// <summary>The title.</summary>
    public string Title { get; set; } = "";

    /// <summary>When it began; a date is needed to reckon relative dates from.</summary>
    public DateTimeOffset Start { get; set; } = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    /// <summary>Who took part; the first owns the recording.</summary>
    public IReadOnlyList<CorpusPerson> People { get; set; } = [];

    /// <summary>What was said, in order.</summary>
    public IReadOnlyList<CorpusTurn> Turns { get; set; } = [];
}
