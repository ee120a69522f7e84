using SalesIntel.Crm;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Does tasks once, for which the CRM has no idempotency key; for notes see <see cref="NoteEffect"/>. The intent is recorded with the
/// lead before the call and the outcome with the commit that follows it; an intent without an outcome means: look for the marker before
/// repeating.</summary>
internal static class OnceEffects
{
    // Stands where the id will stand: the call may have been made, its outcome was not recorded.
    internal const string Intended = "?";

    /// <summary>The lead's one task about a subject.</summary>
    public static async Task TaskAsync(EventRun run, LeadRecord lead, string subject, CrmTask task)
    {
        if (run.Done(Effects.Task) is not null)
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
            known = await run.Crm.FindTaskAsync(lead.CrmId, task.Marker, run.Token).ConfigureAwait(false) ?? "";
        }

        if (known.Length > 0)
        {
            run.RecordWithNext(Effects.Task, run.Entry(LedgerState.Done, known), Reference(known));
            return;
        }

        await run.RecordAsync(Effects.Task, run.Entry(LedgerState.Intended), Reference(Intended)).ConfigureAwait(false);
        run.EnsureHeld();
        var created = await run.Crm.CreateTaskAsync(lead.CrmId, task, run.Token).ConfigureAwait(false);
        run.RecordWithNext(Effects.Task, run.Entry(LedgerState.Done, created), Reference(created));

        LeadUpdate Reference(string reference) => new()
        {
            Key = lead.Key,
            Email = lead.Email,
            References = new Dictionary<string, string> { [subject] = reference },
        };
    }
}
