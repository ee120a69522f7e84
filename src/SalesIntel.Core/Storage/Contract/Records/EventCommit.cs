using SalesIntel.Leads;

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

    /// <summary>The meeting that is from now on assigned to <see cref="LeadUpdate.Key"/>; null = none.</summary>
    public string? AssignMeeting { get; init; }

    /// <summary>The failure to keep with the event, without personal data; null = leave as it is, empty = clear.</summary>
    public string? Error { get; init; }

    /// <summary>Code of that failure.</summary>
    public string? ErrorClass { get; init; }

    /// <summary>Checks what every store relies on.</summary>
    /// <exception cref="ArgumentException">A meeting is assigned without a lead, or an event would finish with a status that is
    /// not an end.</exception>
    public void ThrowIfInconsistent()
    {
        if (AssignMeeting is not null && Lead is null)
        {
            throw new ArgumentException("A meeting is assigned to the lead of the same commit: set EventCommit.Lead.");
        }

        if (Next is NextStep.Finish { Status: not (EventStatus.Processed or EventStatus.Ignored) } finish)
        {
            throw new ArgumentException($"An event finishes as Processed or Ignored, not as {finish.Status}.");
        }
    }
}
