using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Writes what was extracted to the CRM: fields, note, task.</summary>
internal sealed class DeliverStage(
    LeadReader reader, LeadSynchronizer synchronizer, FieldCatalog catalog, DocumentWork work, OnceEffects once, ProcessingOptions options)
    : IStage
{
    public Stage Stage => Stage.Deliver;

    public async Task RunAsync(EventRun run)
    {
        var reading = await reader.ReadAsync(run.Event, run.Token).ConfigureAwait(false);
        if (options.DryRun)
        {
            await RehearseAsync(run, reading).ConfigureAwait(false);
            return;
        }

        var patch = LeadPatch.Of(reading.Lead, catalog);
        var result = await synchronizer.WriteAsync(reading.Record, patch, new LeadWriteJournal(run, reading.Record.Key, patch.Email), run.Token)
            .ConfigureAwait(false);
        await run.RecordAsync(
            Effects.Intelligence,
            run.Entry(LedgerState.Done, result.LeadId, LeadWriteDetail.Of(result)),
            new LeadUpdate
            {
                Key = reading.Record.Key,
                Email = reading.Email,
                CrmId = result.LeadId,
                Written = result.Written,
                AlsoOurs = result.AlsoOurs,
            }).ConfigureAwait(false);

        if (reading.Document is { } document)
        {
            var lead = reading.Record with { CrmId = result.LeadId };
            await once.NoteAsync(run, lead, DocumentNote.Subject(document), work.Note(document, reading.Facts)).ConfigureAwait(false);
            if (work.FollowUpTask(document) is var (subject, task))
            {
                await once.TaskAsync(run, lead, subject, task).ConfigureAwait(false);
            }
        }

        await run.CommitAsync(new EventCommit
        {
            Next = new NextStep.Finish(EventStatus.Processed, DryRun: false), Error = "", ErrorClass = "",
        }).ConfigureAwait(false);
    }

    /// <summary>Keeps with the event what would be written, and writes nothing.</summary>
    public async Task RehearseAsync(EventRun run, LeadReading reading)
    {
        var ledger = new Dictionary<string, LedgerEntry>
        {
            [Effects.Intelligence] = run.Entry(
                LedgerState.DryRun, detail: DryRunDetail.Of(synchronizer.Difference(reading.Record, LeadPatch.Of(reading.Lead, catalog)))),
        };
        if (reading.Document is { } document)
        {
            ledger[Effects.Note] = run.Entry(LedgerState.DryRun, detail: DryRunDetail.Of(work.Note(document, reading.Facts)));
            if (work.FollowUpTask(document) is var (_, task))
            {
                ledger[Effects.Task] = run.Entry(LedgerState.DryRun, detail: DryRunDetail.Of(task));
            }
        }

        await run.CommitAsync(new EventCommit
        {
            Next = new NextStep.Finish(EventStatus.Processed, DryRun: true), Ledger = ledger, Error = "", ErrorClass = "",
        }).ConfigureAwait(false);
    }
}
