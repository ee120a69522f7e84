namespace SalesIntel.Chaos.Kills;

/// <summary>What a run showed.</summary>
internal sealed record Verdict
{
    public required KillOptions Options { get; init; }

    /// <summary>Kills by where they fell.</summary>
    public IReadOnlyDictionary<string, int> Kills { get; init; } = new Dictionary<string, int>();

    /// <summary>Different webhooks that a 200 promised.</summary>
    public required int Accepted { get; init; }

    /// <summary>Accepted events that did not end as processed, and leads, notes, tasks and intel that are missing.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    public required IReadOnlyList<string> LeadsDoubled { get; init; }

    public required IReadOnlyList<string> NotesDoubled { get; init; }

    public required IReadOnlyList<string> TasksDoubled { get; init; }

    /// <summary>Answers of the model that were paid for and asked for again.</summary>
    public required PaidAgain PaidAgain { get; init; }

    /// <summary>Leads that are not as the true order of their events makes them, and writes to one lead at the same time.</summary>
    public required IReadOnlyList<string> OrderViolations { get; init; }

    public long Refused { get; init; }

    public long Unanswered { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>True when the promise was kept.</summary>
    public bool Holds =>
        Lost.Count + LeadsDoubled.Count + NotesDoubled.Count + TasksDoubled.Count + OrderViolations.Count == 0
        && PaidAgain.Lost <= Options.Kills && PaidAgain.WithoutReason.Count == 0;
}
