using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>One taken event while a stage works on it.</summary>
/// <param name="commits">Where it is recorded.</param>
/// <param name="keeper">Its lease.</param>
/// <param name="crm">The CRM that it is written to.</param>
/// <param name="time">The clock.</param>
internal sealed class EventRun(IRunCommits commits, LeaseKeeper keeper, ICrm crm, TimeProvider time)
{
    private readonly Dictionary<string, LedgerEntry> ledger = new(keeper.Current.Event.Ledger, StringComparer.Ordinal);
    private readonly List<LeadFact> unrecorded = [];
    private readonly Dictionary<string, LedgerEntry> pendingLedger = new(StringComparer.Ordinal);
    private LeadUpdate? pendingLead;
    private Stage? next;

    public WebhookEvent Event { get; } = keeper.Current.Event;

    public ICrm Crm => crm;

    public CancellationToken Token => keeper.Token;

    /// <summary>Facts that were found in this run and are not to be recorded: what follows in it goes by them all the same.</summary>
    public IReadOnlyList<LeadFact> Unrecorded => unrecorded;

    public LedgerEntry? Done(string effect) => ledger.GetValueOrDefault(effect) is { State: LedgerState.Done } entry ? entry : null;

    public LedgerEntry Entry(LedgerState state, string reference = "", string detail = "") =>
        new(state, time.GetUtcNow(), reference, detail);

    public void EnsureHeld() => keeper.EnsureHeld();

    /// <summary>Writes what was done, including what was to be recorded with it, and what comes next.</summary>
    /// <exception cref="LeaseLostException">Nothing was written: the lease is somebody else's.</exception>
    public async Task CommitAsync(EventCommit commit)
    {
        if (pendingLedger.Count > 0)
        {
            commit = commit.After(pendingLedger, pendingLead);
        }

        var recorded = await commits.CommitAsync(keeper.Current, commit).ConfigureAwait(false) ?? throw new LeaseLostException();
        pendingLedger.Clear();
        pendingLead = null;
        if (recorded.Next is NextStep.Finish { Status: EventStatus.Processed })
        {
            ProcessingMetrics.Processed(Event);
        }

        foreach (var (effect, entry) in recorded.Ledger)
        {
            ledger[effect] = entry;
        }

        unrecorded.AddRange((commit.Lead?.Facts ?? []).Except(recorded.Lead?.Facts ?? []));
        next = commit.Next is NextStep.MoveTo move && recorded.Next is NextStep.Continue ? move.Stage : null;
    }

    /// <summary>The stage that follows in this run, because the event did not move on to it by itself; null when none does.</summary>
    public Stage? TakeNext()
    {
        var taken = next;
        next = null;
        return taken;
    }

    /// <summary>Has the event's lead chosen once more, now with the CRM: dry run ended while the event was on its way.</summary>
    public Task RouteAgainAsync(LeadKey lead) => CommitAsync(new EventCommit
    {
        Next = new NextStep.MoveTo(Lane.Meeting(Event.ExternalId), Stage.Route, lead),
    });

    /// <summary>Records one effect and goes on.</summary>
    public Task RecordAsync(string effect, LedgerEntry entry, LeadUpdate? lead = null) => CommitAsync(new EventCommit
    {
        Next = new NextStep.Continue(),
        Ledger = new Dictionary<string, LedgerEntry> { [effect] = entry },
        Lead = lead,
    });

    /// <summary>Records an effect with the next commit, which saves a write of its own. That commit must follow at once: call
    /// <see cref="FlushAsync"/> before anything else that takes time or may fail.</summary>
    public void RecordWithNext(string effect, LedgerEntry entry, LeadUpdate lead)
    {
        ledger[effect] = entry;
        pendingLedger[effect] = entry;
        pendingLead = CommitMerge.Join(pendingLead, lead);
    }

    /// <summary>Records now what was to be recorded with the next commit.</summary>
    public Task FlushAsync() =>
        pendingLedger.Count > 0 ? CommitAsync(new EventCommit { Next = new NextStep.Continue() }) : Task.CompletedTask;
}
