using SalesIntel.Alerts;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Ends what was set aside because nobody's address was known, once more is known: from a later report of the same meeting, or
/// from a booking.</summary>
internal sealed class HealedMeetings(IEventStore store, MeetingRouter router, IAlerts alerts)
{
    /// <summary>Code of an event whose place a later one of the same meeting has taken.</summary>
    public const string Superseded = "event/superseded";

    private const string NoEmail = $"event/{MeetingRouter.NoEmail}";

    /// <summary>True for an event that was set aside because nobody's address was known.</summary>
    public static bool IsSetAside(WebhookEvent stored) => stored.ErrorClass == NoEmail;

    /// <summary>True when another report of the same meeting, which knew more than this one, has found the lead.</summary>
    public async Task<bool> IsSupersededAsync(EventRun run, LeadRoute.Candidates candidates) =>
        IsSetAside(run.Event) && candidates.People.Append(candidates.Owner).All(person => person?.Email is null)
        && await router.AssignedAsync(run.Event, candidates, run.Token).ConfigureAwait(false) is not null;

    /// <summary>Ends the event, and says so where its failure was said.</summary>
    public async Task SupersedeAsync(EventRun run)
    {
        await run.CommitAsync(new EventCommit
        {
            Next = new NextStep.Finish(EventStatus.Ignored),
            Error = "A later report of the same meeting knew more and has taken the place of this one.",
            ErrorClass = Superseded,
        }).ConfigureAwait(false);
        await ResolveAsync(run).ConfigureAwait(false);
    }

    /// <summary>Says that the trouble is over if this event was part of it, and no other one is left.</summary>
    public async Task ResolveAsync(EventRun run)
    {
        if (!IsSetAside(run.Event))
        {
            return;
        }

        var left = store.ListAsync(new EventFilter { Status = EventStatus.Failed, ErrorClass = NoEmail, Limit = 1 }, CancellationToken.None);
        await foreach (var _ in left.ConfigureAwait(false))
        {
            return;
        }

        await alerts.RaiseAsync(
            new Alert
            {
                Fingerprint = $"event-failed:{NoEmail}",
                Title = "All meetings without an address have found their leads",
                EventId = run.Event.EventId,
                IsAllClear = true,
            },
            CancellationToken.None).ConfigureAwait(false);
    }
}
