using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Crm;

/// <summary>A CRM to which nothing is written: reads pass through to the real one as far as it answers, writes are recorded, and later reads
/// show them. Receipts say that they are simulated. What dry runs and previews are made of; one for each, it is not for several threads.
/// </summary>
/// <param name="crm">The real one.</param>
/// <param name="describe">Says what kept it from answering, without personal data.</param>
/// <param name="notAsked">Why it is not to be asked; empty when it may be.</param>
internal sealed class RecordingCrm(ICrm crm, Func<Exception, string> describe, string notAsked = "") : ICrm
{
    private const string New = "new-";

    private readonly Dictionary<string, JsonObject> written = new(StringComparer.Ordinal);
    private CrmRecording recording = new();
    private string leadId = "";
    private bool wanted;

    public ICrmMapping Mapping => crm.Mapping;

    public int MaxNoteLength => crm.MaxNoteLength;

    /// <summary>Why the CRM was not asked, or did not answer, although something had to be asked since <see cref="Begin"/>; else empty.</summary>
    public string NotAsked => wanted ? notAsked : "";

    /// <summary>True for the id of something that exists in a recording only.</summary>
    public static bool IsNew(string id) => id.StartsWith(New, StringComparison.Ordinal);

    /// <summary>Begins with another event; what was written for those before it stays visible.</summary>
    /// <param name="knownLeadId">The CRM's id of its lead; empty when it is not known.</param>
    public void Begin(string knownLeadId)
    {
        recording = new CrmRecording();
        (leadId, wanted) = (knownLeadId, false);
    }

    /// <summary>What was recorded since the last call or <see cref="Begin"/>.</summary>
    public CrmRecording Take()
    {
        var taken = recording;
        recording = new CrmRecording();
        return taken;
    }

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

    public async Task<IReadOnlyDictionary<string, string>> GetFieldVersionsAsync(
        string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) => await AskAsync(
            () => crm.GetFieldVersionsAsync(leadId, fields, cancellationToken), new Dictionary<string, string>(), cancellationToken)
            .ConfigureAwait(false);

    public async Task<CrmLeadReceipt> WriteLeadAsync(CrmLeadWrite write, CancellationToken cancellationToken)
    {
        CrmValue[] values = [.. write.Patch.Fields.Select(Mapping.Map).OfType<CrmValue>()];
        var exists = write.LeadId is { } id && !IsNew(id);
        var before = exists
            ? await GetLeadAsync(write.LeadId!, [.. values.Select(value => value.Name)], cancellationToken).ConfigureAwait(false)
            : null;
        var answers = notAsked.Length == 0;
        if (exists && before is null && answers)
        {
            return new CrmLeadReceipt { LeadId = "", Gone = true, IsSimulated = true };
        }

        leadId = write.LeadId ?? $"{New}{LeadKey.FromEmail(write.Patch.Email)}";
        recording.Leads.Add(new RecordedLeadWrite(
            leadId,
            write.LeadId is not null ? false : answers ? true : null,
            [.. values.Select(value => new RecordedField(value.Name, value.Value, before?.Fields[value.Name]?.DeepClone(), answers))]));
        Keep(leadId, values);
        return new CrmLeadReceipt { LeadId = leadId, Created = write.LeadId is null, IsSimulated = true };
    }

    public async Task<string?> FindNoteAsync(string leadId, string marker, CancellationToken cancellationToken) => IsNew(leadId)
        ? null
        : await AskAsync(() => crm.FindNoteAsync(leadId, marker, cancellationToken), null, cancellationToken).ConfigureAwait(false);

    public Task<string> CreateNoteAsync(string leadId, CrmNote note, CancellationToken cancellationToken)
    {
        recording.Notes.Add(new RecordedNote(note, Replaces: false));
        return Task.FromResult($"{New}note");
    }

    public async Task<bool> UpdateNoteAsync(string noteId, CrmNote note, CancellationToken cancellationToken)
    {
        // It may have been deleted, and is then made anew; one that was recorded is there.
        if (!IsNew(noteId) && leadId.Length > 0
            && await FindNoteAsync(leadId, note.Marker, cancellationToken).ConfigureAwait(false) is null && notAsked.Length == 0)
        {
            return false;
        }

        recording.Notes.Add(new RecordedNote(note, Replaces: true));
        return true;
    }

    public async Task<string?> GetNoteTextAsync(string noteId, CancellationToken cancellationToken) => IsNew(noteId)
        ? null
        : await AskAsync(() => crm.GetNoteTextAsync(noteId, cancellationToken), null, cancellationToken).ConfigureAwait(false);

    public async Task<string?> FindTaskAsync(string leadId, string marker, CancellationToken cancellationToken) => IsNew(leadId)
        ? null
        : await AskAsync(() => crm.FindTaskAsync(leadId, marker, cancellationToken), null, cancellationToken).ConfigureAwait(false);

    public Task<string> CreateTaskAsync(string leadId, CrmTask task, CancellationToken cancellationToken)
    {
        recording.Tasks.Add(task);
        return Task.FromResult($"{New}task");
    }

    // One failure is enough: nobody should wait for more of them.
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
            notAsked = describe(exception);
            return unknown;
        }
    }

    private CrmLead OnTop(CrmLead lead, IReadOnlyCollection<string> asked)
    {
        if (!written.TryGetValue(lead.Id, out var recorded))
        {
            return lead;
        }

        var joined = (JsonObject)lead.Fields.DeepClone();
        foreach (var (field, value) in recorded.Where(field => asked.Contains(field.Key)))
        {
            joined[field] = value?.DeepClone();
        }

        return lead with { Fields = joined };
    }

    private void Keep(string id, IEnumerable<CrmValue> values)
    {
        var kept = written.TryGetValue(id, out var known) ? known : written[id] = [];
        foreach (var value in values)
        {
            kept[value.Name] = value.Value?.DeepClone();
        }
    }
}
