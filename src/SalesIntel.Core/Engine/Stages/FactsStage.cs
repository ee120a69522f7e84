using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Records the event's facts and shows the lead in the CRM as they now make it.</summary>
internal sealed class FactsStage(LeadReader reader, FieldCatalog catalog, DeliverStage deliver, TimeProvider time) : IStage
{
    public Stage Stage => Stage.Facts;

    public async Task RunAsync(EventRun run)
    {
        var key = run.Event.Lead!.Value;
        var reading = await reader.ReadAsync(run.Event, run.Token).ConfigureAwait(false);
        var patch = LeadPatch.Of(reading.Lead, catalog);
        var result = await new LeadSynchronizer(run.Crm, time)
            .WriteAsync(reading.Record, patch, new LeadWriteJournal(run, key, patch.Email), run.Token).ConfigureAwait(false);
        if (result.IsInCrm)
        {
            ProcessingMetrics.FactsInCrm(run.Event, time.GetUtcNow() - run.Event.CreatedAt);
        }

        var hasDocument = reading.Document is not null;
        var extracted = run.Done(Effects.Extraction) is not null;
        await run.CommitAsync(new EventCommit
        {
            Next = !hasDocument ? new NextStep.Finish(EventStatus.Processed, DryRun: false)
                : extracted ? new NextStep.Continue()
                : new NextStep.MoveTo(Lane.Extraction(key), Stage.Extract, key),
            Ledger = new Dictionary<string, LedgerEntry>
            {
                [Effects.Facts] = run.Entry(LedgerState.Done, result.LeadId, LeadWriteDetail.Of(result)),
            },
            Lead = new LeadUpdate
            {
                Key = key,
                Email = reading.Email,
                Facts = reading.EventFacts,
                CrmId = result.LeadId,
                Written = result.Written,
                OtherForms = result.OtherForms,
            },
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
