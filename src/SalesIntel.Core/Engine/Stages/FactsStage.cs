using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Records the event's facts and shows the lead in the CRM as they now make it.</summary>
internal sealed class FactsStage(
    LeadReader reader, LeadSynchronizer synchronizer, FieldCatalog catalog, DeliverStage deliver, ProcessingOptions options, TimeProvider time)
    : IStage
{
    public Stage Stage => Stage.Facts;

    public async Task RunAsync(EventRun run)
    {
        var key = run.Event.Lead!.Value;
        if (run.IsRouteRehearsed && !options.DryRun)
        {
            await run.RouteAgainAsync(key).ConfigureAwait(false);
            return;
        }

        var reading = await reader.ReadAsync(run.Event, run.Token).ConfigureAwait(false);
        var update = new LeadUpdate { Key = key, Email = reading.Email, Facts = run.IsRouteRehearsed ? [] : reading.EventFacts };
        var patch = LeadPatch.Of(reading.Lead, catalog);
        LedgerEntry entry;
        if (options.DryRun)
        {
            entry = run.Entry(LedgerState.DryRun, detail: DryRunDetail.Of(synchronizer.Difference(reading.Record, patch)));
        }
        else
        {
            var result = await synchronizer.WriteAsync(reading.Record, patch, new LeadWriteJournal(run, key, patch.Email), run.Token)
                .ConfigureAwait(false);
            update = update with { CrmId = result.LeadId, Written = result.Written, AlsoOurs = result.AlsoOurs };
            entry = run.Entry(LedgerState.Done, result.LeadId, LeadWriteDetail.Of(result));
            if (!run.IsRehearsal)
            {
                ProcessingMetrics.FactsInCrm(run.Event, time.GetUtcNow() - run.Event.CreatedAt);
            }
        }

        var hasDocument = reading.Document is not null;
        var extracted = run.Done(Effects.Extraction) is not null;
        await run.CommitAsync(new EventCommit
        {
            Next = !hasDocument ? new NextStep.Finish(EventStatus.Processed, options.DryRun)
                : extracted ? new NextStep.Continue()
                : new NextStep.MoveTo(Lane.Extraction(key), Stage.Extract, key),
            Ledger = new Dictionary<string, LedgerEntry> { [Effects.Facts] = entry },
            Lead = update,
            Error = "",
            ErrorClass = "",
        }).ConfigureAwait(false);

        // Run again after everything was extracted: nothing to wait for.
        if (hasDocument && extracted)
        {
            await deliver.RunAsync(run).ConfigureAwait(false);
        }
    }
}
