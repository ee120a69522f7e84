using SalesIntel.Crm;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Does once what the CRM has no idempotency key for. The intent is recorded with the lead before the call and the outcome
/// after it; an intent without an outcome means: look for the marker before repeating.</summary>
internal sealed class OnceEffects(ICrm crm)
{
    // Stands where the id will stand: the call may have been made, its outcome was not recorded.
    internal const string Intended = "?";

    /// <summary>The lead's one note about a subject: made, or replaced where it exists.</summary>
    public Task NoteAsync(EventRun run, LeadRecord lead, string subject, CrmNote note) => OnceAsync(
        run,
        lead,
        Effects.Note,
        subject,
        find: () => crm.FindNoteAsync(lead.CrmId, note.Marker, run.Token),
        replace: id => crm.UpdateNoteAsync(id, note, run.Token),
        create: () => crm.CreateNoteAsync(lead.CrmId, note, run.Token));

    /// <summary>The lead's one task about a subject.</summary>
    public Task TaskAsync(EventRun run, LeadRecord lead, string subject, CrmTask task) => OnceAsync(
        run,
        lead,
        Effects.Task,
        subject,
        find: () => crm.FindTaskAsync(lead.CrmId, task.Marker, run.Token),
        replace: _ => Task.FromResult(true),
        create: () => crm.CreateTaskAsync(lead.CrmId, task, run.Token));

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
        run.EnsureHeld();
        if (known == Intended)
        {
            known = await find().ConfigureAwait(false) ?? "";
        }

        // A note that a person has deleted is written anew: the message about its subject came again.
        if (known.Length > 0 && await replace(known).ConfigureAwait(false))
        {
            await RecordAsync(LedgerState.Done, known).ConfigureAwait(false);
            return;
        }

        await RecordAsync(LedgerState.Intended, Intended).ConfigureAwait(false);
        run.EnsureHeld();
        await RecordAsync(LedgerState.Done, await create().ConfigureAwait(false)).ConfigureAwait(false);

        Task RecordAsync(LedgerState state, string reference) => run.RecordAsync(
            effect,
            run.Entry(state, reference == Intended ? "" : reference),
            new LeadUpdate
            {
                Key = lead.Key,
                Email = lead.Email,
                References = new Dictionary<string, string> { [subject] = reference },
            });
    }
}
