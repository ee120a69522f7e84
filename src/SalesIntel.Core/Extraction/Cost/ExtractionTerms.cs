namespace SalesIntel.Extraction;

/// <summary>Who waits for an extraction, and whether a completion that is kept may serve.</summary>
public sealed record ExtractionTerms
{
    // What no demo waits for, such as the recording of one, has its place among the demos of the day after tomorrow.
    private static readonly TimeSpan Usually = TimeSpan.FromDays(2);

    /// <summary>Of something that has just come in.</summary>
    public static ExtractionTerms Usual { get; } = new();

    /// <summary>True for work on the past, such as a back-fill: whatever has just come in goes before it, and it stops at four fifths of the
    /// daily budget.</summary>
    public bool IsBackfill { get; init; }

    /// <summary>When somebody needs it: the start of the lead's next demo, UTC; null when none is to come. Where not all can be read at
    /// once, or today, the soonest comes first.</summary>
    public DateTimeOffset? NeededAt { get; init; }

    /// <summary>Names a request to ask the model again although a completion of the same content is kept; the same name asks once. Empty: a
    /// completion that is kept serves.</summary>
    public string AskAgain { get; init; } = "";

    /// <summary>True when a person only wants to see what such a request would give: its completion then serves the request that follows
    /// within a day, and nothing else.</summary>
    public bool IsPreview { get; init; }

    /// <summary>True when a completion that is kept does not serve.</summary>
    internal bool AsksAgain => IsPreview || AskAgain.Length > 0;

    /// <summary>By which moment it has its place among others.</summary>
    internal DateTimeOffset DueBy(DateTimeOffset now) => NeededAt is { } at && at > now ? at : now + Usually;
}
