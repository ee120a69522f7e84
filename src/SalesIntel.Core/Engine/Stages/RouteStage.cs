using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Finds the lead of an event, and moves the event into that lead's lane.</summary>
internal sealed class RouteStage(LeadReader reader, MeetingRouter router) : IStage
{
    public Stage Stage => Stage.Route;

    public async Task RunAsync(EventRun run)
    {
        var email = reader.Read(run.Event).Route switch
        {
            LeadRoute.Candidates candidates =>
                await router.ChooseAsync(run.Event.ExternalId, candidates, run.Crm, run.Token).ConfigureAwait(false),
            LeadRoute.Known known => known.Email,
            _ => throw new InvalidOperationException("A reading that is processed has a route."),
        };
        if (email is null)
        {
            await run.CommitAsync(new EventCommit
            {
                Next = new NextStep.Finish(EventStatus.Ignored, DryRun: false),
                Error = "Nobody from outside took part, and such meetings are set aside.",
            }).ConfigureAwait(false);
            return;
        }

        // What was not verified must not say where the meeting's other reports belong.
        var lead = LeadKey.FromEmail(email);
        var binds = run.Event.Verified != false;
        await run.CommitAsync(new EventCommit
        {
            Next = new NextStep.MoveTo(Lane.Lead(lead), Stage.Facts, lead),
            Ledger = new Dictionary<string, LedgerEntry>
            {
                [Effects.Route] = run.Entry(LedgerState.Done, lead.Value),
            },
            Lead = new LeadUpdate { Key = lead, Email = email },
            AssignMeeting = binds ? run.Event.ExternalId : null,
        }).ConfigureAwait(false);
    }
}
