using SalesIntel.Crm;
using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Writes the notes of meetings anew whose call before has become another one: a meeting came late, was reported again, or was taken
/// to another lead. To be called in the lead's lane once the facts are durable.</summary>
internal sealed class LaterNotes(IEventStore store, LeadReader reader, DocumentWork work)
{
    /// <summary>Looks at all meetings of the lead but one.</summary>
    /// <param name="run">The event on whose account it is done.</param>
    /// <param name="lead">The lead, with its references as they are kept.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="document">The document whose note is up to date.</param>
    public async Task UpdateAsync(EventRun run, LeadRecord lead, IReadOnlyCollection<LeadFact> facts, string document)
    {
        foreach (var meeting in MeetingSequence.Of(facts).Where(meeting => MeetingDocument.KeyOf(meeting.SessionId) != document))
        {
            var subject = DocumentNote.Subject(MeetingDocument.KeyOf(meeting.SessionId));
            if (lead.References.GetValueOrDefault(subject, OnceEffects.Intended) != OnceEffects.Intended
                && NoteTrace.Of(lead, subject) is { IsKnown: true } trace
                && trace.Since != work.Since(meeting.SessionId, facts)
                && await store.GetAsync(meeting.EventId, run.Token).ConfigureAwait(false) is { } stored
                && MayWrite(stored, lead.Key)
                && Read(stored) is { } held)
            {
                var (note, since) = work.Note(held, facts, LeadWriteDetail.IssuesOf(stored.Ledger), run.Crm.MaxNoteLength);
                await run.FlushAsync().ConfigureAwait(false);
                await NoteEffect.ReplaceAsync(run, lead, subject, note, since).ConfigureAwait(false);
            }
        }
    }

    // An event that is still on its way writes its note itself, and sees all that is known by then.
    private static bool MayWrite(WebhookEvent stored, LeadKey lead) =>
        stored.Lead == lead && stored.Ledger.GetValueOrDefault(Effects.Note) is { State: LedgerState.Done };

    private LeadDocument? Read(WebhookEvent stored)
    {
        try
        {
            return reader.Read(stored).Document;
        }
        catch (PermanentFailureException)
        {
            // Its own run says so; its note stays as it is.
            return null;
        }
    }
}
