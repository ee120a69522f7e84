using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Finds the lead of an event, and moves the event into that lead's lane.</summary>
internal sealed class RouteStage(LeadReader reader, MeetingRouter router, HealedMeetings healed) : IStage
{
    public Stage Stage => Stage.Route;

    public async Task RunAsync(EventRun run)
    {
        if (reader.Read(run.Event).Route is LeadRoute.Candidates candidates)
        {
            await RouteAsync(run, candidates).ConfigureAwait(false);
            return;
        }

        var email = LeadReader.EmailOf(reader.Read(run.Event))!;
        await GiveAsync(run, new MeetingRoute(email), assign: null).ConfigureAwait(false);
    }

    private async Task RouteAsync(EventRun run, LeadRoute.Candidates candidates)
    {
        if (await healed.IsSupersededAsync(run, candidates).ConfigureAwait(false))
        {
            await healed.SupersedeAsync(run).ConfigureAwait(false);
            return;
        }

        // Said before the bookings are looked at: one that is recorded meanwhile either is seen here or sees this.
        if (candidates.At is { } at)
        {
            await run.CommitAsync(new EventCommit { Next = new NextStep.Continue(), AwaitsBookingsOf = at }).ConfigureAwait(false);
        }

        var route = await ChooseAsync(run, candidates).ConfigureAwait(false);

        // What was not verified must not say where the meeting's other reports belong.
        var binds = run.Event.Verified != false;
        await GiveAsync(run, route, binds ? run.Event.ExternalId : null).ConfigureAwait(false);
        if (!route.IsFailure)
        {
            await healed.ResolveAsync(run).ConfigureAwait(false);
        }
    }

    // A meeting that somebody has is taken back from him before it fails.
    private async Task<MeetingRoute> ChooseAsync(EventRun run, LeadRoute.Candidates candidates)
    {
        try
        {
            return await router.ChooseAsync(run.Event, candidates, run.Crm, run.Token).ConfigureAwait(false);
        }
        catch (PermanentFailureException failure) when (failure.Code == MeetingRouter.NoEmail && FormerLead(run) is not null)
        {
            return new MeetingRoute(null) { Basis = MeetingRouter.NobodysAddress, IsFailure = true };
        }
    }

    private static string NoLead(MeetingRoute route) => route.IsFailure ? LeadTransfer.Unknown : LeadTransfer.Nobody;

    private static LeadKey? FormerLead(EventRun run) => Requeueing.IsLeadUncertain(run.Event) ? null : run.Event.Lead;

    private static Task GiveAsync(EventRun run, MeetingRoute route, string? assign)
    {
        LeadKey? lead = route.Email is { } email ? LeadKey.FromEmail(email) : null;

        // What the event said before stands with another lead: that one's lane is where it is taken back.
        var before = FormerLead(run) is { } former && former != lead ? former : (LeadKey?)null;
        NextStep next = (before ?? lead) is { } owner
            ? new NextStep.MoveTo(Lane.Lead(owner), Stage.Facts, owner)
            : new NextStep.Finish(EventStatus.Ignored);
        return run.CommitAsync(new EventCommit
        {
            Next = next,
            Ledger = new Dictionary<string, LedgerEntry>
            {
                [Effects.Route] = run.Entry(LedgerState.Done, lead?.Value ?? NoLead(route), route.Basis),
            },
            Lead = lead is { } key ? new LeadUpdate { Key = key, Email = route.Email! } : null,
            AssignMeeting = lead is null ? null : assign,
            Error = next is NextStep.Finish ? route.Basis : "",
            ErrorClass = "",
        });
    }
}
