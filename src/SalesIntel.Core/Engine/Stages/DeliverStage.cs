using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Writes what was extracted to the CRM: fields, note, task.</summary>
internal sealed class DeliverStage(LeadReader reader, FieldCatalog catalog, DocumentWork work, LaterNotes later, FieldAlerts alerts, TimeProvider time) : IStage
{
    public Stage Stage => Stage.Deliver;

    public async Task RunAsync(EventRun run)
    {
        var reading = (await reader.ReadAsync(run.Event, run.Token).ConfigureAwait(false)).With(run.Unrecorded);
        var patch = LeadPatch.Of(reading.Lead, catalog);
        var look = LeadWriteDetail.LookOf(run.Done(Effects.Facts), time.GetUtcNow());
        var result = await new LeadSynchronizer(run.Crm, time)
            .WriteAsync(reading.Record, patch, new LeadWriteJournal(run, reading.Record.Key, patch.Email), look, run.Token).ConfigureAwait(false);
        await alerts.RaiseAsync(result, run.Event.EventId, run.Token).ConfigureAwait(false);
        run.RecordWithNext(
            Effects.Intelligence,
            run.Entry(LedgerState.Done, result.LeadId, LeadWriteDetail.Of(result)),
            result.ToUpdate(reading.Record.Key, reading.Email));

        if (reading.Document is { } document)
        {
            // Also what was met when the facts were written: that is the same event, and has no note of its own.
            string[] issues = [.. (LeadWriteDetail.Read(run.Done(Effects.Facts))?.Issues ?? []).Union(result.Issues)];
            var lead = reading.Record with { CrmId = result.LeadId };
            var (note, since) = work.Note(document, reading.Facts, issues, run.Crm.MaxNoteLength);
            await NoteEffect.WriteAsync(run, lead, DocumentNote.Subject(document), note, since).ConfigureAwait(false);
            if (work.FollowUpTask(document) is var (subject, task))
            {
                await OnceEffects.TaskAsync(run, lead, subject, task).ConfigureAwait(false);
            }

            if (document is MeetingDocument)
            {
                await later.UpdateAsync(run, lead, reading.Facts, document.Key).ConfigureAwait(false);
            }
        }

        await run.CommitAsync(new EventCommit
        {
            Next = new NextStep.Finish(EventStatus.Processed), Error = "", ErrorClass = "",
        }).ConfigureAwait(false);
    }
}
