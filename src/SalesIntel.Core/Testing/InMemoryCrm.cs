using SalesIntel.Crm;

namespace SalesIntel.Testing;

/// <summary>A CRM in memory, for tests and previews: it finds leads by address, takes every value, and shows what it was given. Safe to use
/// from several threads.</summary>
/// <param name="mapping">The names and forms of the fields; null = <see cref="CrmMapping.ByName"/>.</param>
public sealed class InMemoryCrm(ICrmMapping? mapping = null) : ICrm
{
    private readonly Lock gate = new();
    private readonly List<StoredLead> leads = [];
    private int lastId;

    /// <inheritdoc/>
    public ICrmMapping Mapping { get; } = mapping ?? CrmMapping.ByName;

    /// <summary>The leads in the order in which they were created.</summary>
    public IReadOnlyList<CrmLead> Leads
    {
        get
        {
            lock (gate)
            {
                return [.. leads.Select(lead => lead.Show(null))];
            }
        }
    }

    /// <summary>The notes of a lead in the order in which they were added.</summary>
    /// <exception cref="ArgumentException">There is no such lead.</exception>
    public IReadOnlyList<CrmNote> NotesOf(string leadId)
    {
        lock (gate)
        {
            return [.. Stored(leadId).Notes.Values];
        }
    }

    /// <summary>The tasks of a lead in the order in which they were added.</summary>
    /// <exception cref="ArgumentException">There is no such lead.</exception>
    public IReadOnlyList<CrmTask> TasksOf(string leadId)
    {
        lock (gate)
        {
            return [.. Stored(leadId).Tasks.Values];
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<CrmLead>> FindLeadsAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<CrmLead>>(
            () => [.. leads.Where(lead => emails.Contains(lead.Email, StringComparer.OrdinalIgnoreCase)).Select(lead => lead.Show(fields))],
            cancellationToken);

    /// <inheritdoc/>
    public Task<CrmLead?> GetLeadAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Locked(() => leads.Find(lead => lead.Id == leadId)?.Show(fields), cancellationToken);

    /// <inheritdoc/>
    public Task<CrmLeadReceipt> WriteLeadAsync(CrmLeadWrite write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        lock (gate)
        {
            var lead = write.LeadId is { } id ? leads.Find(one => one.Id == id)
                : leads.Find(one => one.Email.Equals(write.Patch.Email, StringComparison.OrdinalIgnoreCase));
            if (lead is null && write.LeadId is not null)
            {
                return Answer(new CrmLeadReceipt { LeadId = "", Gone = true }, cancellationToken);
            }

            var created = lead is null;
            if (lead is null)
            {
                lead = new StoredLead(NextId(), write.Patch.Email);
                leads.Add(lead);
            }

            foreach (var value in write.Patch.Fields.Select(Mapping.Map).OfType<CrmValue>())
            {
                lead.Fields[value.Name] = value.Value?.DeepClone();
            }

            return Answer(new CrmLeadReceipt { LeadId = lead.Id, Created = created }, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<string?> FindNoteAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        Locked<string?>(() => Stored(leadId).Notes.FirstOrDefault(note => note.Value.Marker == marker).Key, cancellationToken);

    /// <inheritdoc/>
    public Task<string> CreateNoteAsync(string leadId, CrmNote note, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var id = NextId();
            Stored(leadId).Notes.Add(id, note);
            return Answer(id, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<bool> UpdateNoteAsync(string noteId, CrmNote note, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (leads.Find(lead => lead.Notes.ContainsKey(noteId)) is not { } owner)
            {
                return Answer(false, cancellationToken);
            }

            owner.Notes[noteId] = note;
            return Answer(true, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<string?> GetNoteTextAsync(string noteId, CancellationToken cancellationToken) =>
        Locked(() => leads.Find(lead => lead.Notes.ContainsKey(noteId))?.Notes[noteId].Content, cancellationToken);

    /// <inheritdoc/>
    public Task<string?> FindTaskAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        Locked<string?>(() => Stored(leadId).Tasks.FirstOrDefault(task => task.Value.Marker == marker).Key, cancellationToken);

    /// <inheritdoc/>
    public Task<string> CreateTaskAsync(string leadId, CrmTask task, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var id = NextId();
            Stored(leadId).Tasks.Add(id, task);
            return Answer(id, cancellationToken);
        }
    }

    private Task<T> Locked<T>(Func<T> find, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return Answer(find(), cancellationToken);
        }
    }

    private static Task<T> Answer<T>(T value, CancellationToken cancellationToken) =>
        cancellationToken.IsCancellationRequested ? Task.FromCanceled<T>(cancellationToken) : Task.FromResult(value);

    private string NextId() => (++lastId).ToString(CultureInfo.InvariantCulture);

    private StoredLead Stored(string leadId) => leads.Find(lead => lead.Id == leadId)
        ?? throw new ArgumentException($"There is no lead with the id '{leadId}'.", nameof(leadId));

    private sealed class StoredLead(string id, string email)
    {
        public string Id { get; } = id;

        public string Email { get; } = email;

        public JsonObject Fields { get; } = [];

        public OrderedDictionary<string, CrmNote> Notes { get; } = [];

        public OrderedDictionary<string, CrmTask> Tasks { get; } = [];

        public CrmLead Show(IReadOnlyCollection<string>? names) => new(
            Id,
            Email,
            new JsonObject(Fields.Where(field => names is null || names.Contains(field.Key))
                .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))),
            IsConverted: false);
    }
}
