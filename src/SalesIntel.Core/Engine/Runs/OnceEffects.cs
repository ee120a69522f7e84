using SalesIntel.Crm;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Does once what the CRM has no idempotency key for. The intent is recorded with the lead before the call and the outcome
/// with the commit that follows it; an intent without an outcome means: look for the marker before repeating.</summary>
internal static class OnceEffects
{
    // Stands where the id will stand: the call may have been made, its outcome was not recorded.
    internal const string Intended = "?";

    /// <summary>The lead's one note about a subject: made, or replaced where it exists.</summary>
    public static Task NoteAsync(EventRun run, LeadRecord lead, string subject, CrmNote note) => OnceAsync(
        run,
        lead,
        Effects.Note,
        subject,
        find: () => run.Crm.FindNoteAsync(lead.CrmId, note.Marker, run.Token),
        replace: id => run.Crm.UpdateNoteAsync(id, note, run.Token),
        create: () => run.Crm.CreateNoteAsync(lead.CrmId, note, run.Token));

    /// <summary>The lead's one task about a subject.</summary>
    public static Task TaskAsync(EventRun run, LeadRecord lead, string subject, CrmTask task) => OnceAsync(
        run,
        lead,
        Effects.Task,
        subject,
        find: () => run.Crm.FindTaskAsync(lead.CrmId, task.Marker, run.Token),
        replace: _ => Task.FromResult(true),
        create: () => run.Crm.CreateTaskAsync(lead.CrmId, task, run.Token));

    private static async Task OnceAsync(
        EventRun run,
        LeadRecord lead,
        string effect,
        string subject,
        Func<Task<string?>> find,
        Func<string, Task<bool>> replace,
        Func<Task<string>> create)
    {
        if (run.Done(effect) is not null)
        {
            return;
        }

        var known = lead.References.GetValueOrDefault(subject, "");
        if (known.Length > 0)
        {
            // The CRM is asked before the next commit.
            await run.FlushAsync().ConfigureAwait(false);
        }

        run.EnsureHeld();
        if (known == Intended)
        {
            known = await find().ConfigureAwait(false) ?? "";
        }

        // A note that a person has deleted is written anew: the message about its subject came again.
        if (known.Length > 0 && await replace(known).ConfigureAwait(false))
        {
            run.RecordWithNext(effect, run.Entry(LedgerState.Done, known), Reference(known));
            return;
        }

        await run.RecordAsync(effect, run.Entry(LedgerState.Intended), Reference(Intended)).ConfigureAwait(false);
        run.EnsureHeld();
        var created = await create().ConfigureAwait(false);
        run.RecordWithNext(effect, run.Entry(LedgerState.Done, created), Reference(created));

        LeadUpdate Reference(string reference) => new()
        {
            Key = lead.Key,
            Email = lead.Email,
            References = new Dictionary<string, string> { [subject] = reference },
        };
    }
}
