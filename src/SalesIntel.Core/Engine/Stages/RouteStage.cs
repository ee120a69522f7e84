using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Chooses the lead of a meeting, and moves the event into that lead's lane.</summary>
internal sealed class RouteStage(MeetingRouter router) : IStage
{
    public Stage Stage => Stage.Route;

    public async Task RunAsync(EventRun run)
    {
        var meeting = ReadAiInterpreter.Read(run.Event);
        var route = await router.ChooseAsync(meeting, run.Token).ConfigureAwait(false);
        if (route.Email is not { } email)
        {
            await run.CommitAsync(new EventCommit
            {
                Next = new NextStep.Finish(EventStatus.Ignored, DryRun: false),
                Error = "Nobody from outside took part (READAI_INTERNAL_ONLY is ignore).",
            }).ConfigureAwait(false);
            return;
        }

        var lead = LeadKey.FromEmail(email);
        await run.CommitAsync(new EventCommit
        {
            Next = new NextStep.MoveTo(Lane.Lead(lead), Stage.Facts, lead),
            Ledger = new Dictionary<string, LedgerEntry>
            {
                [Effects.Route] = run.Entry(route.IsRehearsed ? LedgerState.DryRun : LedgerState.Done, lead.Value),
            },
            Lead = new LeadUpdate { Key = lead, Email = email },
            AssignMeeting = route.IsRehearsed ? null : meeting.SessionId,
        }).ConfigureAwait(false);
    }
}
