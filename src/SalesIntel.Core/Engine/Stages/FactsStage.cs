using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Records the event's facts and shows the lead in the CRM as they now make it.</summary>
internal sealed class FactsStage(
    LeadReader reader,
    LeadSynchronizer synchronizer,
    FieldCatalog catalog,
    LeadTransfer transfer,
    RouteReview review,
    DeliverStage deliver,
    ProcessingOptions options,
    TimeProvider time)
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

        if (LeadTransfer.IsDue(run.Event))
        {
            await transfer.RunAsync(run).ConfigureAwait(false);
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

        // With something to read, the next stage reviews the routes that depend on these facts.
        var toExtraction = reading.Document is not null && run.Done(Effects.Extraction) is null;
        NextStep end = new NextStep.Finish(EventStatus.Processed, options.DryRun);
        await run.CommitAsync(new EventCommit
        {
            Next = toExtraction ? new NextStep.MoveTo(Lane.Extraction(key), Stage.Extract, key)
                : reading.Document is null && !RouteReview.Concerns(reading) ? end
                : new NextStep.Continue(),
            Ledger = new Dictionary<string, LedgerEntry> { [Effects.Facts] = entry },
            Lead = update,
            Error = "",
            ErrorClass = "",
        }).ConfigureAwait(false);
        if (toExtraction)
        {
            return;
        }

        if (RouteReview.Concerns(reading))
        {
            await review.AfterAsync(run, reading).ConfigureAwait(false);
        }

        if (reading.Document is not null)
        {
            // Run again after everything was extracted: nothing to wait for.
            await deliver.RunAsync(run).ConfigureAwait(false);
        }
        else if (RouteReview.Concerns(reading))
        {
            await run.CommitAsync(new EventCommit { Next = end }).ConfigureAwait(false);
        }
    }
}
