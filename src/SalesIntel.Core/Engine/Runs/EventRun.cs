using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>One taken event while a stage works on it.</summary>
/// <param name="queue">Where it is recorded.</param>
/// <param name="keeper">Its lease.</param>
/// <param name="time">The clock.</param>
/// <param name="isRehearsal">True when nothing of it happens: it does not count in the metrics.</param>
internal sealed class EventRun(IWorkQueue queue, LeaseKeeper keeper, TimeProvider time, bool isRehearsal = false)
{
    private readonly Dictionary<string, LedgerEntry> ledger = new(keeper.Current.Event.Ledger, StringComparer.Ordinal);

    public WebhookEvent Event { get; } = keeper.Current.Event;

    public bool IsRehearsal => isRehearsal;

    /// <summary>True when the event's lead was chosen for a dry run only: what the event says is recorded for no lead.</summary>
    public bool IsRouteRehearsed => Requeueing.IsRouteRehearsed(Event);

    public CancellationToken Token => keeper.Token;

    public LedgerEntry? Done(string effect) => ledger.GetValueOrDefault(effect) is { State: LedgerState.Done } entry ? entry : null;

    public LedgerEntry Entry(LedgerState state, string reference = "", string detail = "") =>
        new(state, time.GetUtcNow(), reference, detail);

    public void EnsureHeld() => keeper.EnsureHeld();

    /// <summary>Writes what was done and what comes next.</summary>
    /// <exception cref="LeaseLostException">Nothing was written: the lease is somebody else's.</exception>
    public async Task CommitAsync(EventCommit commit)
    {
        if (!await queue.CommitAsync(keeper.Current, commit, CancellationToken.None).ConfigureAwait(false))
        {
            throw new LeaseLostException();
        }

        foreach (var (effect, entry) in commit.Ledger)
        {
            ledger[effect] = entry;
        }
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
}
