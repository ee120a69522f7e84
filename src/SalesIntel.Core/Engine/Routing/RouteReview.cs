using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Has events routed again when something becomes known on which their routes depend: a booking of their hour, or a report of the
/// same meeting that knows more. To be called once an event's facts are durable: then either it finds the meeting, or the meeting, which
/// says where it can be found before it looks, finds the booking.</summary>
internal sealed class RouteReview(IEventStore store, MeetingReports reports, MeetingRouter router)
{
    /// <summary>True when an event says something on which other events' routes depend.</summary>
    public static bool Concerns(LeadReading reading) => Starts(reading).Any() || reading.Route is LeadRoute.Candidates;

    /// <summary>Looks at the events whose routes depend on what an event has said.</summary>
    public async Task AfterAsync(EventRun run, LeadReading reading)
    {
        HashSet<string> seen = [run.Event.EventId];
        foreach (var start in Starts(reading))
        {
            var (from, to) = BookingMatcher.Around(start);
            List<WebhookEvent> ofHour = [];
            HashSet<string> outdated = [];
            foreach (var id in await store.FindAwaitingAsync(from, to, MeetingReports.MostMeetings, run.Token).ConfigureAwait(false))
            {
                if (seen.Add(id) && await store.GetAsync(id, run.Token).ConfigureAwait(false) is { } report && MayBeOutdated(report))
                {
                    ofHour.Add(report);
                    _ = await IsOutdatedAsync(report, run.Token).ConfigureAwait(false) && outdated.Add(report.IdempotencyKey);
                }
            }

            // What is chosen for one report of a meeting holds for the others.
            foreach (var report in ofHour.Where(report => outdated.Contains(report.IdempotencyKey)))
            {
                await RestartAsync(report, run.Token).ConfigureAwait(false);
            }
        }

        if (reading.Route is LeadRoute.Candidates candidates)
        {
            await HealAsync(run, candidates).ConfigureAwait(false);
        }
    }

    // A moved booking also says something about the hour that it has left.
    private static IEnumerable<DateTimeOffset> Starts(LeadReading reading)
    {
        var shown = reading.EventFacts.OfType<BookingSeen>()
            .SelectMany(fact => new[] { fact.Booking.InviteeId, fact.Booking.OldInviteeId, fact.Booking.NewInviteeId })
            .OfType<string>().ToHashSet(StringComparer.Ordinal);
        return shown.Count == 0
            ? []
            : reading.Facts.OfType<BookingSeen>().Where(fact => shown.Contains(fact.Booking.InviteeId))
                .Select(fact => fact.Booking.Start).OfType<DateTimeOffset>().Distinct().Order();
    }

    private static bool MayBeOutdated(WebhookEvent report) =>
        report.ErrorClass != HealedMeetings.Superseded && report is not { Status: EventStatus.Queued, Stage: Stage.Route };

    private async Task<bool> IsOutdatedAsync(WebhookEvent report, CancellationToken cancellationToken) =>
        reports.Read(report) is { } candidates
        && await router.IsOutdatedAsync(report, LeadOf(report), candidates, cancellationToken).ConfigureAwait(false);

    // Reports that knew less were set aside, or given to one of the team. The meeting's first report has none before it.
    private async Task HealAsync(EventRun run, LeadRoute.Candidates candidates)
    {
        var first = await store.FindEventIdAsync(run.Event.IdempotencyKey, run.Token).ConfigureAwait(false);
        if (first is null || first == run.Event.EventId)
        {
            return;
        }

        foreach (var (report, _) in await reports.OthersAsync(run.Event, candidates.At, run.Token).ConfigureAwait(false))
        {
            if (report.Status == EventStatus.Failed ? HealedMeetings.IsSetAside(report) : LeadOf(report) is { } lead && lead != run.Event.Lead)
            {
                await RestartAsync(report, run.Token).ConfigureAwait(false);
            }
        }
    }

    // Whoever works on it has read what is outdated now, and must not end it.
    private Task RestartAsync(WebhookEvent meeting, CancellationToken cancellationToken) => store.RequeueAsync(
        meeting.EventId,
        new RequeueRequest(Lane.Meeting(meeting.ExternalId), Stage.Route, meeting.Lead) { EvenIfRunning = true },
        cancellationToken);

    // While it is being taken from one lead to another, the ledger says to which.
    private static LeadKey? LeadOf(WebhookEvent meeting) =>
        meeting.Ledger.TryGetValue(Effects.Route, out var route) && route.Reference.Length > 0
            ? LeadTransfer.LeadOf(route.Reference)
            : meeting.Lead;
}
