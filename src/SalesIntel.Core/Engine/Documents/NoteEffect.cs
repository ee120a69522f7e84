using SalesIntel.Crm;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>The lead's one note about a subject: made, or replaced where it exists. One that a person has edited stays as it is, and another
/// one is made beside it. The intent is recorded before a call whose outcome can get lost.</summary>
internal static class NoteEffect
{
    /// <summary>Writes the note once for an event.</summary>
    /// <param name="run">The event.</param>
    /// <param name="lead">Its lead, with its references as they are kept.</param>
    /// <param name="subject">What the note is about.</param>
    /// <param name="note">The note.</param>
    /// <param name="since">Digest of what it says about the call before.</param>
    public static Task WriteAsync(EventRun run, LeadRecord lead, string subject, CrmNote note, string since = "") =>
        run.Done(Effects.Note) is null ? WriteAsync(run, lead, subject, note, since, Effects.Note, mayCreate: true) : Task.CompletedTask;

    /// <summary>Replaces a note about something else than the event. A note that a person has deleted stays deleted. The lead's references say
    /// what was done, and so it can be repeated.</summary>
    public static Task ReplaceAsync(EventRun run, LeadRecord lead, string subject, CrmNote note, string since = "") =>
        WriteAsync(run, lead, subject, note, since, effect: null, mayCreate: false);

    private static async Task WriteAsync(
        EventRun run, LeadRecord lead, string subject, CrmNote note, string since, string? effect, bool mayCreate)
    {
        var trace = NoteTrace.Of(lead, subject);
        note = note.WithMarker(Marker.Of(subject, trace.Edition));
        var known = lead.References.GetValueOrDefault(subject, "");
        if (known.Length > 0)
        {
            // The CRM is asked before the next commit.
            await run.FlushAsync().ConfigureAwait(false);
        }

        run.EnsureHeld();
        if (known == OnceEffects.Intended)
        {
            known = await run.Crm.FindNoteAsync(lead.CrmId, note.Marker, run.Token).ConfigureAwait(false) ?? "";
        }

        if (known.Length > 0 && trace.IsKnown)
        {
            var held = await run.Crm.GetNoteTextAsync(known, run.Token).ConfigureAwait(false);
            if (held is not null && !trace.IsOurs(held))
            {
                trace = trace.Next();
                note = note.WithMarker(Marker.Of(subject, trace.Edition));
                (known, mayCreate) = ("", true);
            }
            else
            {
                await RecordAsync(LedgerState.Intended, known, trace.Writing(note, since)).ConfigureAwait(false);
                run.EnsureHeld();
            }
        }

        if (known.Length > 0 && await run.Crm.UpdateNoteAsync(known, note, run.Token).ConfigureAwait(false))
        {
            await RecordAsync(LedgerState.Done, known, trace.Written(note, since)).ConfigureAwait(false);
            return;
        }

        if (!mayCreate)
        {
            return;
        }

        // A note that a person has deleted is written anew: the message about its subject came again.
        await RecordAsync(LedgerState.Intended, OnceEffects.Intended, trace.Writing(note, since)).ConfigureAwait(false);
        run.EnsureHeld();
        var created = await run.Crm.CreateNoteAsync(lead.CrmId, note, run.Token).ConfigureAwait(false);
        await RecordAsync(LedgerState.Done, created, trace.Written(note, since)).ConfigureAwait(false);

        Task RecordAsync(LedgerState state, string id, NoteTrace written) =>
            RecordedAsync(run, effect, run.Entry(state, id == OnceEffects.Intended || state == LedgerState.Intended ? "" : id), new LeadUpdate
            {
                Key = lead.Key,
                Email = lead.Email,
                References = new Dictionary<string, string> { [subject] = id, [NoteTrace.Key(subject)] = written.ToString() },
            });
    }

    private static async Task RecordedAsync(EventRun run, string? effect, LedgerEntry entry, LeadUpdate lead)
    {
        if (effect is null)
        {
            await run.CommitAsync(new EventCommit { Next = new NextStep.Continue(), Lead = lead }).ConfigureAwait(false);
        }
        else if (entry.State == LedgerState.Done)
        {
            run.RecordWithNext(effect, entry, lead);
        }
        else
        {
            await run.RecordAsync(effect, entry, lead).ConfigureAwait(false);
        }
    }
}
