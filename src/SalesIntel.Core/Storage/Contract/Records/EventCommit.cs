namespace SalesIntel.Storage.Contract;

/// <summary>What a worker records about a taken event, all or nothing.</summary>
public sealed record EventCommit
{
    /// <summary>What happens to the event.</summary>
    public required NextStep Next { get; init; }

    /// <summary>Effects to record, by name.</summary>
    public IReadOnlyDictionary<string, LedgerEntry> Ledger { get; init; } = new Dictionary<string, LedgerEntry>();

    /// <summary>What to change about the lead; null = nothing.</summary>
    public LeadUpdate? Lead { get; init; }

    /// <summary>What to change about another lead than that of <see cref="Lead"/>, whose lane is not held: facts may be added, nothing
    /// else; null = nothing.</summary>
    public LeadUpdate? OtherLead { get; init; }

    /// <summary>When what the event is about took place, UTC: from now on the event is found by whoever records a booking of that hour;
    /// null = leave it as it is.</summary>
    public DateTimeOffset? AwaitsBookingsOf { get; init; }

    /// <summary>The meeting that is from now on assigned to <see cref="LeadUpdate.Key"/>; null = none.</summary>
    public string? AssignMeeting { get; init; }

    /// <summary>The failure to keep with the event, without personal data; null = leave as it is, empty = clear.</summary>
    public string? Error { get; init; }

    /// <summary>Code of that failure.</summary>
    public string? ErrorClass { get; init; }

    /// <summary>Checks what every store relies on.</summary>
    /// <exception cref="ArgumentException">A meeting is assigned without a lead, another lead is changed by more than facts, or an event
    /// would finish with a status that is not an end.</exception>
    public void ThrowIfInconsistent()
    {
        if (AssignMeeting is not null && Lead is null)
        {
            throw new ArgumentException("A meeting is assigned to the lead of the same commit: set EventCommit.Lead.");
        }

        if (OtherLead is { } other && (Lead is null || Lead.Key == other.Key || other.CrmId is not null || other.Written is not null
            || other.OtherForms is not null || other.References.Count > 0 || other.WithdrawnFacts.Count > 0))
        {
            throw new ArgumentException("Only facts can be added to a lead beside another one: set nothing else of EventCommit.OtherLead.");
        }

        if (Next is NextStep.Finish { Status: not (EventStatus.Processed or EventStatus.Ignored) } finish)
        {
            throw new ArgumentException($"An event finishes as Processed or Ignored, not as {finish.Status}.");
        }
    }
}
