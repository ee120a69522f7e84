using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Failures;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>A CRM in memory: e-mail is unique, notes and tasks have no idempotency key. Faults are ordered by call.</summary>
internal sealed class TestCrm : ICrm
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, JsonObject> leads = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Lead, CrmNote Note)> notes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (string Lead, CrmTask Task)> tasks = new(StringComparer.Ordinal);
    private int next = 1000;

    /// <summary>Called with the name of each call before it is carried out; may throw.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>Called with the name of each call after it was carried out; may throw, as if the answer were lost.</summary>
    public Action<string> After { get; set; } = _ => { };

    /// <summary>Whether the CRM takes a value of a field, and in which form.</summary>
    public Func<string, JsonNode?, (bool Taken, JsonNode? Form)> Take { get; set; } = (_, value) => (true, value);

    /// <summary>The look-up by address finds nothing, as an index that is behind; the database knows better.</summary>
    public bool Hidden { get; set; }

    /// <summary>Every write is answered with a record that exists.</summary>
    public bool AlwaysExists { get; set; }

    /// <summary>What a write of those fields says that the CRM did not take as it was.</summary>
    public IReadOnlyList<string> Issues { get; set; } = [];

    /// <summary>What the CRM demands of a lead and fills by itself.</summary>
    public JsonObject Fill { get; set; } = [];

    /// <summary>What the CRM says of its fields.</summary>
    public Dictionary<string, string> Versions { get; } = [];

    /// <summary>How often somebody wanted it for work on the past.</summary>
    public int Backgrounds { get; private set; }

    public ICrmMapping Mapping { get; set; } = CrmMapping.ByName;

    public List<string> Calls { get; } = [];

    /// <summary>What was to be written to leads.</summary>
    public List<LeadPatch> Patches { get; } = [];

    /// <summary>The calls that change something.</summary>
    public IEnumerable<string> Writes => Calls.Where(call => call is "write" or "note" or "update-note" or "task");

    public IReadOnlyDictionary<string, JsonObject> Leads => leads;

    public IEnumerable<CrmNote> Notes => notes.Values.Select(entry => entry.Note);

    public IEnumerable<CrmNote> NotesOf(string email) =>
        notes.Values.Where(entry => (string?)leads[entry.Lead]["email"] == email).Select(entry => entry.Note);

    public IEnumerable<CrmTask> Tasks => tasks.Values.Select(entry => entry.Task);

    public string Add(string email, params (string Field, string Value)[] fields)
    {
        var id = $"{next++}";
        leads[id] = new JsonObject { ["email"] = email };
        foreach (var (field, value) in fields)
        {
            leads[id][field] = value;
        }

        return id;
    }

    public void Remove(string id) => leads.Remove(id);

    public void RemoveNotes() => notes.Clear();

    /// <summary>A person writes something into each note that has a title.</summary>
    public void EditNotes(string title, string words)
    {
        foreach (var (id, entry) in notes.Where(entry => entry.Value.Note.Title == title).ToArray())
        {
            notes[id] = (entry.Lead, entry.Note with { Content = $"{words}\n{entry.Note.Content}" });
        }
    }

    public ICrm InBackground()
    {
        Backgrounds++;
        return this;
    }

    public Task<IReadOnlyList<CrmLead>> FindLeadsAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Call<IReadOnlyList<CrmLead>>("find", () =>
        [
            .. leads.Where(lead => !Hidden && emails.Contains((string?)lead.Value["email"]))
                .Select(lead => Read(lead.Key, fields)),
        ]);

    public Task<CrmLead?> GetLeadAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Call("get", () => leads.ContainsKey(leadId) ? Read(leadId, fields) : null);

    public Task<IReadOnlyDictionary<string, string>> GetFieldVersionsAsync(
        string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(Versions);

    public Task<CrmLeadReceipt> WriteLeadAsync(CrmLeadWrite write, CancellationToken cancellationToken) => Call("write", () =>
    {
        Patches.Add(write.Patch);
        var id = write.LeadId ?? leads.FirstOrDefault(lead => (string?)lead.Value["email"] == write.Patch.Email).Key;
        if (write.LeadId is not null && !leads.ContainsKey(write.LeadId))
        {
            return new CrmLeadReceipt { LeadId = "", Gone = true };
        }

        if (AlwaysExists || (Hidden && write.LeadId is null && id is not null))
        {
            return new CrmLeadReceipt { LeadId = id!, Exists = true };
        }

        var created = id is null;
        id ??= $"{next++}";
        leads.TryAdd(id, []);
        var sent = new JsonObject();
        foreach (var (field, value) in write.Patch.Fields.Select(Mapping.Map).OfType<CrmValue>())
        {
            if (Take(field, value) is (true, var form))
            {
                leads[id][field] = form?.DeepClone();
                sent[field] = form?.DeepClone();
            }
        }

        foreach (var (field, value) in Fill)
        {
            leads[id][field] = value?.DeepClone();
            sent[field] = value?.DeepClone();
        }

        return new CrmLeadReceipt { LeadId = id, Created = created, Sent = sent, Issues = [.. Issues.Where(IsAbout)] };

        bool IsAbout(string issue) =>
            issue.Split(": ") is not [var named, _] || write.Patch.Fields.Any(field => field.Field.Name == named);
    });

    public Task<string?> FindNoteAsync(string leadId, string marker, CancellationToken cancellationToken) => Call<string?>(
        "find-note", () => notes.FirstOrDefault(entry => entry.Value.Lead == leadId && entry.Value.Note.Content.EndsWith(marker, StringComparison.Ordinal)).Key);

    public Task<string> CreateNoteAsync(string leadId, CrmNote note, CancellationToken cancellationToken) => Call("note", () =>
    {
        var id = $"{next++}";
        notes[id] = (leadId, note);
        return id;
    });

    public Task<bool> UpdateNoteAsync(string noteId, CrmNote note, CancellationToken cancellationToken) => Call("update-note", () =>
    {
        if (!notes.TryGetValue(noteId, out var old))
        {
            return false;
        }

        notes[noteId] = (old.Lead, note);
        return true;
    });

    public Task<string?> GetNoteTextAsync(string noteId, CancellationToken cancellationToken) => Call(
        "get-note", () => notes.TryGetValue(noteId, out var entry) ? entry.Note.Content : null);

    public Task<string?> FindTaskAsync(string leadId, string marker, CancellationToken cancellationToken) => Call<string?>(
        "find-task", () => tasks.FirstOrDefault(entry => entry.Value.Lead == leadId && entry.Value.Task.Description.EndsWith(marker, StringComparison.Ordinal)).Key);

    public Task<string> CreateTaskAsync(string leadId, CrmTask task, CancellationToken cancellationToken) => Call("task", () =>
    {
        var id = $"{next++}";
        tasks[id] = (leadId, task);
        return id;
    });

    /// <summary>All that a person would see, without ids (a cleared field is as one never written): equal texts mean equal CRMs.</summary>
    public string Snapshot() => string.Join("\n", leads.Values
        .OrderBy(lead => (string?)lead["email"], StringComparer.Ordinal)
        .Select(lead => string.Join("\n", lead.Where(field => field.Value is not null).OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => $"{field.Key} = {field.Value}"))))
        + "\n--- notes\n"
        + string.Join("\n", notes.Values.Select(entry => $"{leads[entry.Lead]["email"]}: {entry.Note.Title}\n{entry.Note.Content}")
            .Order(StringComparer.Ordinal))
        + "\n--- tasks\n"
        + string.Join("\n", tasks.Values.Select(entry => $"{leads[entry.Lead]["email"]}: {entry.Task.Subject} {entry.Task.DueDate}")
            .Order(StringComparer.Ordinal));

    private CrmLead Read(string id, IReadOnlyCollection<string> fields)
    {
        var chosen = new JsonObject();
        foreach (var field in fields)
        {
            chosen[field] = leads[id][field]?.DeepClone();
        }

        return new CrmLead(id, (string?)leads[id]["email"] ?? "", chosen, (string?)leads[id]["is_converted"] == "true")
        {
            ContinuesAs = (string?)leads[id]["continues_as"],
        };
    }

    private Task<T> Call<T>(string name, Func<T> call)
    {
        lock (gate)
        {
            try
            {
                Calls.Add(name);
                Before(name);
                var result = call();
                After(name);
                return Task.FromResult(result);
            }
            catch (ProviderException failure)
            {
                return Task.FromException<T>(failure);
            }
        }
    }
}
