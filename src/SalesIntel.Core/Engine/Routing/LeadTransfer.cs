using SalesIntel.Crm;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Takes what an event has said back from a lead that it does not belong to: its facts, and what they show in the CRM. What was
/// read by a model is paid for and goes with the event.</summary>
internal sealed class LeadTransfer(IEventStore store, LeadReader reader, FieldCatalog catalog, LaterNotes later, TimeProvider time)
{
    /// <summary>Stands in the ledger in place of a lead's key when the event belongs to nobody and is set aside.</summary>
    public const string Nobody = "nobody";

    /// <summary>Stands there when nobody knows to whom the event belongs: it fails once everything is taken back.</summary>
    public const string Unknown = "unknown";

    private static readonly string[] Shown = [Effects.Facts, Effects.Intelligence, Effects.Note, Effects.Task];

    // What was read stands with a lead; with nobody it can't be kept, and is read again should there be a lead later.
    private static readonly string[] All = [.. Shown, Effects.Extraction];

    /// <summary>True when an event that is in a lead's lane belongs to another one by its route.</summary>
    public static bool IsDue(WebhookEvent stored) =>
        stored.Ledger.TryGetValue(Effects.Route, out var route) && route is { State: LedgerState.Done, Reference.Length: > 0 }
        && route.Reference != stored.Lead?.Value;

    /// <summary>The lead that the ledger names for an event; null when it names none.</summary>
    /// <param name="reference">What <see cref="Effects.Route"/> has in the ledger; not empty.</param>
    public static LeadKey? LeadOf(string reference) => reference is Nobody or Unknown ? null : new LeadKey(reference);

    /// <summary>Takes everything back, in the lane of the lead that had it, and moves the event on.</summary>
    public async Task RunAsync(EventRun run)
    {
        var reading = await reader.ReadAsync(run.Event, run.Token).ConfigureAwait(false);
        var record = reading.Record;
        var given = record.Facts.Where(fact => fact.EventId == run.Event.EventId).ToList();
        var left = record with { Facts = [.. record.Facts.Except(given)] };
        var from = new LeadUpdate { Key = record.Key, Email = record.Email, WithdrawnFacts = [.. given.Select(fact => fact.Id)] };
        if (record.CrmId.Length > 0)
        {
            from = await ShowAsync(run, left, from).ConfigureAwait(false);
            await MarkNoteAsync(run, record, reading).ConfigureAwait(false);
            if (reading.Document is MeetingDocument document)
            {
                await later.UpdateAsync(run, record, left.Facts, document.Key).ConfigureAwait(false);
            }
        }

        var target = run.Event.Ledger[Effects.Route].Reference;
        var to = LeadOf(target);
        var kept = to is { } key ? await store.GetLeadAsync(key, run.Token).ConfigureAwait(false) : null;
        var detail = run.Event.Ledger[Effects.Route].Detail;
        var fails = target == Unknown;
        await run.CommitAsync(new EventCommit
        {
            Next = to is { } next ? new NextStep.MoveTo(Lane.Lead(next), Stage.Facts, next)
                : fails ? new NextStep.Continue()
                : new NextStep.Finish(EventStatus.Ignored),
            Ledger = (to is null ? All : Shown).ToDictionary(
                effect => effect, _ => run.Entry(LedgerState.Skipped, detail: "It was for a lead that the event does not belong to.")),
            Lead = from,
            OtherLead = kept is null ? null : new LeadUpdate { Key = kept.Key, Email = kept.Email, Facts = [.. given.OfType<ValuesRead>()] },
            Error = to is null ? detail : "",
            ErrorClass = "",
        }).ConfigureAwait(false);
        if (fails)
        {
            throw new PermanentFailureException(MeetingRouter.NoEmail, detail);
        }
    }

    private async Task<LeadUpdate> ShowAsync(EventRun run, LeadRecord left, LeadUpdate update)
    {
        // A lead that a person has deleted is not made anew only to take something back from it.
        if (await run.Crm.GetLeadAsync(left.CrmId, [], run.Token).ConfigureAwait(false) is null)
        {
            return update with { CrmId = "", Written = [], OtherForms = [] };
        }

        var patch = LeadPatch.Of(LeadProjection.Project(left.Email, left.Facts), catalog);
        var result = await new LeadSynchronizer(run.Crm, time)
            .WriteAsync(left, patch, new LeadWriteJournal(run, left.Key, left.Email), look: null, run.Token).ConfigureAwait(false);
        return update with { CrmId = result.LeadId, Written = result.Written, OtherForms = result.OtherForms };
    }

    private static async Task MarkNoteAsync(EventRun run, LeadRecord record, LeadReading reading)
    {
        if (reading.Document is { } document
            && record.References.TryGetValue(DocumentNote.Subject(document), out var note) && note != OnceEffects.Intended)
        {
            await NoteEffect.ReplaceAsync(run, record, DocumentNote.Subject(document), DocumentNote.Withdrawn(document)).ConfigureAwait(false);
        }
    }
}
