using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Records the event's facts and shows the lead in the CRM as they now make it.</summary>
internal sealed class FactsStage(
    LeadReader reader,
    FieldCatalog catalog,
    LeadTransfer transfer,
    RouteReview review,
    DeliverStage deliver,
    FieldAlerts alerts,
    TimeProvider time) : IStage
{
    public Stage Stage => Stage.Facts;

    public async Task RunAsync(EventRun run)
    {
        var key = run.Event.Lead!.Value;
        if (LeadTransfer.IsDue(run.Event))
        {
            await transfer.RunAsync(run).ConfigureAwait(false);
            return;
        }

        var reading = await reader.ReadAsync(run.Event, run.Token).ConfigureAwait(false);
        var patch = LeadPatch.Of(reading.Lead, catalog);
        var result = await new LeadSynchronizer(run.Crm, time)
            .WriteAsync(reading.Record, patch, new LeadWriteJournal(run, key, patch.Email), look: null, run.Token).ConfigureAwait(false);
        if (result.IsInCrm)
        {
            ProcessingMetrics.FactsInCrm(run.Event, time.GetUtcNow() - run.Event.CreatedAt);
        }

        await alerts.RaiseAsync(result, run.Event.EventId, run.Token).ConfigureAwait(false);

        // With something to read, the next stage reviews the routes that depend on these facts.
        var hasDocument = reading.Document is not null;
        var toExtraction = hasDocument && run.Done(Effects.Extraction) is null;
        NextStep end = new NextStep.Finish(EventStatus.Processed);
        await run.CommitAsync(new EventCommit
        {
            Next = toExtraction ? new NextStep.MoveTo(Lane.Extraction(key), Stage.Extract, key)
                : !hasDocument && !RouteReview.Concerns(reading) ? end
                : new NextStep.Continue(),
            Ledger = new Dictionary<string, LedgerEntry>
            {
                [Effects.Facts] = run.Entry(LedgerState.Done, result.LeadId, LeadWriteDetail.Of(result, withLook: toExtraction)),
            },
            Lead = result.ToUpdate(key, reading.Email) with { Facts = reading.EventFacts },
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

        if (hasDocument)
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
