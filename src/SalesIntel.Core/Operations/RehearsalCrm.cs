using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Operations;

/// <summary>The CRM as a rehearsal sees it: it is asked what it holds as far as it answers, and what would be written is kept
/// here.</summary>
/// <param name="crm">The CRM.</param>
/// <param name="store">The rehearsal's store.</param>
/// <param name="notAsked">Why the CRM is not to be asked; empty when it may be.</param>
internal sealed class RehearsalCrm(ICrm crm, RehearsalStore store, string notAsked) : ICrm
{
    // One read takes at most 50 fields from Zoho, two of them its own.
    private const int FieldsPerRead = 40;
    private const string New = "new-";

    private readonly Dictionary<string, JsonObject> written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FieldChange> changes = new(StringComparer.Ordinal);
    private readonly List<EffectPreview> effects = [];
    private string leadId = "";
    private bool? creates = false;
    private bool wanted;

    /// <summary>Forgets which event this was for; what was written stays.</summary>
    public void Begin(string knownLeadId)
    {
        changes.Clear();
        effects.Clear();
        (leadId, creates, wanted) = (knownLeadId, false, false);
    }

    /// <summary>Adds to a preview what would be written.</summary>
    public ReplayPreview Describe(ReplayPreview preview) => preview with
    {
        CreatesLead = creates,
        Fields = [.. changes.Values],
        Effects = [.. preview.Effects, .. effects],
        CrmNotAsked = wanted ? notAsked : "",
    };

    public async Task<IReadOnlyList<CrmLead>> FindLeadsAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken)
    {
        var found = await AskAsync(() => crm.FindLeadsAsync(emails, fields, cancellationToken), [], cancellationToken)
            .ConfigureAwait(false);
        return [.. found.Select(lead => OnTop(lead, fields))];
    }

    public async Task<CrmLead?> GetLeadAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken)
    {
        if (IsNew(leadId))
        {
            return null;
        }

        var found = await AskAsync(() => crm.GetLeadAsync(leadId, fields, cancellationToken), null, cancellationToken)
            .ConfigureAwait(false);
        return found is null ? null : OnTop(found, fields);
    }

    public async Task<CrmLeadReceipt> WriteLeadAsync(CrmLeadWrite write, CancellationToken cancellationToken)
    {
        var record = await store.GetLeadAsync(LeadKey.FromEmail(write.Email), cancellationToken).ConfigureAwait(false);
        var isNew = write.LeadId is null || IsNew(write.LeadId);
        var before = isNew ? null : await ReadAsync(write.LeadId!, write.Fields, cancellationToken).ConfigureAwait(false);
        if (!isNew && before is null && notAsked.Length == 0)
        {
            return new CrmLeadReceipt { LeadId = "", Gone = true };
        }

        var fromCrm = notAsked.Length == 0;
        foreach (var (field, value) in write.Fields)
        {
            var now = (before ?? (fromCrm ? null : record.Written))?[field]?.DeepClone();
            changes[field] = changes.TryGetValue(field, out var earlier)
                ? earlier with { After = value?.DeepClone() }
                : new FieldChange(field, now, value?.DeepClone(), fromCrm);
        }

        if (write.LeadId is null)
        {
            creates = fromCrm ? true : null;
        }

        leadId = write.LeadId ?? $"{New}{record.Key}";
        Keep(leadId, write.Fields);
        return new CrmLeadReceipt { LeadId = leadId, Created = write.LeadId is null };
    }

    public async Task<string?> FindNoteAsync(string leadId, string marker, CancellationToken cancellationToken) => IsNew(leadId)
        ? null
        : await AskAsync(() => crm.FindNoteAsync(leadId, marker, cancellationToken), null, cancellationToken).ConfigureAwait(false);

    public Task<string> CreateNoteAsync(string leadId, CrmNote note, CancellationToken cancellationToken) =>
        Effect(new EffectPreview(Effects.Note, "create", note.Title));

    public async Task<bool> UpdateNoteAsync(string noteId, CrmNote note, CancellationToken cancellationToken)
    {
        // It may have been deleted, and is then made anew; one made in this rehearsal is there.
        if (!IsNew(noteId) && leadId.Length > 0
            && await FindNoteAsync(leadId, note.Marker, cancellationToken).ConfigureAwait(false) is null && notAsked.Length == 0)
        {
            return false;
        }

        await Effect(new EffectPreview(Effects.Note, "replace", note.Title)).ConfigureAwait(false);
        return true;
    }

    public async Task<string?> FindTaskAsync(string leadId, string marker, CancellationToken cancellationToken) => IsNew(leadId)
        ? null
        : await AskAsync(() => crm.FindTaskAsync(leadId, marker, cancellationToken), null, cancellationToken).ConfigureAwait(false);

    public Task<string> CreateTaskAsync(string leadId, CrmTask task, CancellationToken cancellationToken) =>
        Effect(new EffectPreview(Effects.Task, "create", task.Subject));

    /// <summary>True for the id of a lead that exists in the rehearsal only.</summary>
    public static bool IsNew(string id) => id.StartsWith(New, StringComparison.Ordinal);

    private Task<string> Effect(EffectPreview effect)
    {
        effects.Add(effect);
        return Task.FromResult($"{New}{effect.Effect}");
    }

    private async Task<JsonObject?> ReadAsync(string id, JsonObject write, CancellationToken cancellationToken)
    {
        var read = new JsonObject();
        foreach (var some in write.Select(field => field.Key).Chunk(FieldsPerRead))
        {
            if (await GetLeadAsync(id, some, cancellationToken).ConfigureAwait(false) is not { } lead)
            {
                return null;
            }

            foreach (var (field, value) in lead.Fields)
            {
                read[field] = value?.DeepClone();
            }
        }

        return read;
    }

    // One failure is enough: whoever looks at a preview should not wait for more of them.
    private async Task<T> AskAsync<T>(Func<Task<T>> ask, T unknown, CancellationToken cancellationToken)
    {
        wanted = true;
        if (notAsked.Length > 0)
        {
            return unknown;
        }

        try
        {
            return await ask().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not StoreUnavailableException && !cancellationToken.IsCancellationRequested)
        {
            var failure = Failure.Of(exception);
            notAsked = $"{failure.Class}: {failure.Message}";
            return unknown;
        }
    }

    private CrmLead OnTop(CrmLead lead, IReadOnlyCollection<string> asked)
    {
        if (!written.TryGetValue(lead.Id, out var ours))
        {
            return lead;
        }

        var joined = (JsonObject)lead.Fields.DeepClone();
        foreach (var (field, value) in ours.Where(field => asked.Contains(field.Key)))
        {
            joined[field] = value?.DeepClone();
        }

        return lead with { Fields = joined };
    }

    private void Keep(string id, JsonObject values)
    {
        var kept = written.TryGetValue(id, out var known) ? known : written[id] = [];
        foreach (var (field, value) in values)
        {
            kept[field] = value?.DeepClone();
        }
    }
}
