using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Failures;

namespace OtherCrm;

/// <summary>One object for each lead, by its address, which is also its id; a note's id is that of its lead and its marker.</summary>
internal sealed class JsonFileCrm(string path) : ICrm
{
    private readonly Lock gate = new();

    // Each field under the name that the catalogue has for it. A mapping of your own gives other names and forms.
    public ICrmMapping Mapping => CrmMapping.ByName;

    public Task<IReadOnlyList<CrmLead>> FindLeadsAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Use<IReadOnlyList<CrmLead>>(leads => [.. emails.Where(leads.ContainsKey).Select(email => Lead(leads, email))]);

    public Task<CrmLead?> GetLeadAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Use(leads => leads.ContainsKey(leadId) ? Lead(leads, leadId) : null);

    public Task<CrmLeadReceipt> WriteLeadAsync(CrmLeadWrite write, CancellationToken cancellationToken) => Use(leads =>
    {
        var email = write.Patch.Email;
        var isNew = !leads.ContainsKey(email);
        foreach (var value in write.Patch.Fields.Select(Mapping.Map).OfType<CrmValue>())
        {
            Part(leads, email, "fields")[value.Name] = value.Value?.DeepClone();
        }

        return new CrmLeadReceipt { LeadId = email, Created = isNew };
    });

    public Task<string?> FindNoteAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        Use(leads => Part(leads, leadId, "notes").ContainsKey(marker) ? $"{leadId}/{marker}" : null);

    public Task<string> CreateNoteAsync(string leadId, CrmNote note, CancellationToken cancellationToken) => Use(leads =>
    {
        Part(leads, leadId, "notes")[note.Marker] = new JsonObject { ["title"] = note.Title, ["content"] = note.Content };
        return $"{leadId}/{note.Marker}";
    });

    public async Task<bool> UpdateNoteAsync(string noteId, CrmNote note, CancellationToken cancellationToken) =>
        await FindNoteAsync(noteId.Split('/')[0], note.Marker, cancellationToken) is not null
        && await CreateNoteAsync(noteId.Split('/')[0], note, cancellationToken) == noteId;

    public Task<string?> FindTaskAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        Use(leads => Part(leads, leadId, "tasks").ContainsKey(marker) ? $"{leadId}/{marker}" : null);

    public Task<string> CreateTaskAsync(string leadId, CrmTask task, CancellationToken cancellationToken) => Use(leads =>
    {
        Part(leads, leadId, "tasks")[task.Marker] = new JsonObject { ["subject"] = task.Subject, ["due"] = task.DueDate.ToString("O") };
        return $"{leadId}/{task.Marker}";
    });

    private static CrmLead Lead(JsonObject leads, string email) =>
        new(email, email, (JsonObject)Part(leads, email, "fields").DeepClone(), IsConverted: false);

    private static JsonObject Part(JsonObject leads, string email, string part)
    {
        var lead = (JsonObject)(leads[email] ??= new JsonObject());
        return (JsonObject)(lead[part] ??= new JsonObject());
    }

    // Everything is read and written as a whole, one call at a time. What the disk refuses is a failure with a kind: SalesIntel waits.
    private Task<T> Use<T>(Func<JsonObject, T> use)
    {
        lock (gate)
        {
            try
            {
                var leads = File.Exists(path) ? (JsonObject)JsonNode.Parse(File.ReadAllText(path))! : [];
                var before = leads.ToJsonString();
                var result = use(leads);
                if (leads.ToJsonString() != before)
                {
                    File.WriteAllText(path + ".new", leads.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
                    File.Move(path + ".new", path, overwrite: true);
                }

                return Task.FromResult(result);
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or JsonException)
            {
                throw new ProviderException("leads-file", refused.GetType().Name, "The file of leads can't be read or written.", refused)
                {
                    IsTransient = true, IsOutage = true,
                };
            }
        }
    }
}
