using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using SalesIntel.Crm;

namespace SalesIntel.Consumer.Parts;

/// <summary>A CRM of the consumer's own, one lead for each address; the names of its fields are in capital letters.</summary>
internal sealed class OwnCrm : ICrm
{
    private readonly ConcurrentDictionary<string, JsonObject> leads = new();
    private readonly ConcurrentDictionary<string, CrmNote> notes = new();

    public ICrmMapping Mapping { get; } = new InCapitals();

    public JsonObject? Lead(string email) => leads.TryGetValue(email, out var lead) ? (JsonObject)lead.DeepClone() : null;

    public CrmNote? NoteOf(string email) => notes.FirstOrDefault(note => note.Key.StartsWith(email + "/", StringComparison.Ordinal)).Value;

    public Task<IReadOnlyList<CrmLead>> FindLeadsAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<CrmLead>>([.. emails.Select(Find).OfType<CrmLead>()]);

    public Task<CrmLead?> GetLeadAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Task.FromResult(Find(leadId));

    public Task<CrmLeadReceipt> WriteLeadAsync(CrmLeadWrite write, CancellationToken cancellationToken)
    {
        var lead = (JsonObject)leads.GetOrAdd(write.Patch.Email, _ => []).DeepClone();
        foreach (var value in write.Patch.Fields.Select(Mapping.Map).OfType<CrmValue>())
        {
            lead[value.Name] = value.Value?.DeepClone();
        }

        leads[write.Patch.Email] = lead;
        return Task.FromResult(new CrmLeadReceipt { LeadId = write.Patch.Email, Created = write.LeadId is null });
    }

    public Task<string?> FindNoteAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        Task.FromResult(notes.ContainsKey($"{leadId}/{marker}") ? $"{leadId}/{marker}" : null);

    public Task<string> CreateNoteAsync(string leadId, CrmNote note, CancellationToken cancellationToken)
    {
        notes[$"{leadId}/{note.Marker}"] = note;
        return Task.FromResult($"{leadId}/{note.Marker}");
    }

    public Task<bool> UpdateNoteAsync(string noteId, CrmNote note, CancellationToken cancellationToken) =>
        Task.FromResult(notes.ContainsKey(noteId) && notes.TryUpdate(noteId, note, notes[noteId]));

    public Task<string?> FindTaskAsync(string leadId, string marker, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public Task<string> CreateTaskAsync(string leadId, CrmTask task, CancellationToken cancellationToken) => Task.FromResult("task");

    private CrmLead? Find(string email) => Lead(email) is { } lead ? new CrmLead(email, email, lead, IsConverted: false) : null;

    private sealed class InCapitals : ICrmMapping
    {
        public CrmValue? Map(PatchField field) =>
            new(field.Field.Name.ToUpperInvariant(), field.Value.Length > 0 ? JsonValue.Create(field.Value) : null);

        public bool IsSame(string name, JsonNode? left, JsonNode? right) => left?.ToString() == right?.ToString();
    }
}
