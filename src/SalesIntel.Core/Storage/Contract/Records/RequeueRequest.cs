using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>Where a requeued event starts.</summary>
/// <param name="Lane">The lane to enter.</param>
/// <param name="Stage">The stage to run.</param>
/// <param name="Lead">The lead, where known.</param>
public sealed record RequeueRequest(Lane Lane, Stage Stage, LeadKey? Lead)
{
    /// <summary>True restarts an event that waits in a lane or is being worked on, too: whoever works on it loses its lease.</summary>
    public bool EvenIfRunning { get; init; }

    /// <summary>Entries that its ledger gets, by effect; they replace those that are there.</summary>
    public IReadOnlyDictionary<string, LedgerEntry> Ledger { get; init; } = new Dictionary<string, LedgerEntry>();

    /// <summary>What is from now on known about the event's signature, see <see cref="WebhookEvent.Verified"/>; null leaves it as it is.
    /// </summary>
    public bool? Verified { get; init; }
}
