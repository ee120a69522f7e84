using System.Globalization;
using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>The records of the simulated CRM. Guarded by the state's lock.</summary>
internal sealed class CrmDatabase(SimulatorOptions options)
{
    private const long FirstId = 5550001000000000000;

    private readonly Dictionary<string, LeadRow> _leads = [];
    private readonly List<LeadRow> _order = [];
    private readonly Dictionary<string, List<LeadRow>> _byEmail = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SimulatedNote> _notes = [];
    private readonly Dictionary<string, SimulatedTask> _tasks = [];
    private readonly Dictionary<string, ContactRow> _contacts = [];
    private readonly HashSet<string> _locked = [];
    private long _lastId = FirstId;

    public SortedSet<string> IgnoredFields { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<LeadRow> Rows => _order;

    public int NoteCount => _notes.Count;

    public int TaskCount => _tasks.Count;

    public IReadOnlyList<SimulatedLead> Leads => [.. _order.Select(row => new SimulatedLead(
        row.Id, (JsonObject)row.Fields.DeepClone(), row.Created, row.Modified, row.Revision, row.IsConverted, row.Indexed[^1].SeenFrom))];

    public IReadOnlyList<SimulatedNote> Notes => [.. _notes.Values.OrderBy(note => note.Id, StringComparer.Ordinal)];

    public IReadOnlyList<SimulatedTask> Tasks => [.. _tasks.Values.OrderBy(task => task.Id, StringComparer.Ordinal)];

    private DateTimeOffset Now => options.TimeProvider.GetUtcNow();

    public LeadRow? Find(string? id) => id is null ? null : _leads.GetValueOrDefault(id);

    public LeadRow Require(string id) => Find(id) ?? throw new KeyNotFoundException("No lead has this id.");

    public string? EmailOf(string? id) => Find(id)?.Email;

    /// <returns>Leads with this address that are not converted: what duplicate checking looks at.</returns>
    public IReadOnlyList<LeadRow> Duplicates(string? email) =>
        string.IsNullOrEmpty(email) || !_byEmail.TryGetValue(email, out var rows) ? [] : [.. rows.Where(row => !row.IsConverted)];

    public bool Exists(string module, string? id) =>
        id is not null && (module == options.LeadsModule ? _leads.ContainsKey(id) : module == "Contacts" && _contacts.ContainsKey(id));

    public IReadOnlyList<ContactRow> Contacts => [.. _contacts.Values];

    public ContactRow? FindContact(string? id) => id is null ? null : _contacts.GetValueOrDefault(id);

    public string AddContact(JsonObject fields)
    {
        var contact = new ContactRow(NewId(), (JsonObject)fields.DeepClone());
        _contacts.Add(contact.Id, contact);
        return contact.Id;
    }

    /// <returns>Contacts with this address, where duplicate checking covers them.</returns>
    public IReadOnlyList<ContactRow> DuplicateContacts(string? email) => email is null || !options.DuplicateCheckCoversContacts
        ? []
        : [.. _contacts.Values.Where(contact => string.Equals(contact.Email, email, StringComparison.OrdinalIgnoreCase))];

    /// <returns>Another lead that has the same value of a unique field.</returns>
    public LeadRow? FindByUnique(string field, string value, LeadRow? self) =>
        _order.FirstOrDefault(row => row != self && !row.IsConverted && Wire.Text(row.Fields[field]) == value);

    public bool IsLocked(string id) => _locked.Contains(id);

    public void Lock(string id, bool locked) => _ = locked ? _locked.Add(id) : _locked.Remove(id);

    public LeadRow Insert(JsonObject fields)
    {
        var row = new LeadRow(NewId(), Now);
        _leads.Add(row.Id, row);
        _order.Add(row);
        Update(row, fields);
        return row;
    }

    public void Update(LeadRow row, JsonObject fields)
    {
        var before = row.Email;
        var next = (JsonObject)row.Fields.DeepClone();
        foreach (var (name, value) in fields)
        {
            // An empty text is stored as null, as the real server does.
            next[name] = Wire.Text(value) is "" ? null : value?.DeepClone();
        }

        row.Fields = next;
        row.Modified = Now;
        row.Revision++;
        row.Indexed.Add((Now + options.ZohoIndexDelay, next));
        row.AsIndexed(Now);
        Reindex(row, before);
    }

    public string Convert(LeadRow row)
    {
        row.ContactId = AddContact(new JsonObject(row.Fields
            .Where(field => FieldCatalog.FindOfContact(field.Key) is not null)
            .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))));
        row.ConvertedAt = row.Modified = Now;
        row.Revision++;
        return row.ContactId;
    }

    public SimulatedNote AddNote(string module, string parentId, string? title, string? content)
    {
        var note = new SimulatedNote(NewId(), module, parentId, title, content, Now, Now, 1);
        _notes.Add(note.Id, note);
        return note;
    }

    public SimulatedNote? FindNote(string id) => _notes.GetValueOrDefault(id);

    public SimulatedNote Save(SimulatedNote note) => _notes[note.Id] = note with { Modified = Now, Revision = note.Revision + 1 };

    public bool DeleteNote(string id) => _notes.Remove(id);

    public SimulatedTask AddTask(string? module, string? parentId, JsonObject fields)
    {
        var task = new SimulatedTask(NewId(), module, parentId, fields, Now, 1);
        _tasks.Add(task.Id, task);
        return task;
    }

    public SimulatedTask? FindTask(string id) => _tasks.GetValueOrDefault(id);

    public SimulatedTask Save(SimulatedTask task) => _tasks[task.Id] = task with { Revision = task.Revision + 1 };

    public void Clear()
    {
        _leads.Clear();
        _order.Clear();
        _byEmail.Clear();
        _notes.Clear();
        _tasks.Clear();
        _contacts.Clear();
        _locked.Clear();
        IgnoredFields.Clear();
    }

    private void Reindex(LeadRow row, string? before)
    {
        if (string.Equals(before, row.Email, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (before is not null)
        {
            _byEmail[before].Remove(row);
        }

        if (row.Email is { } email)
        {
            if (!_byEmail.TryGetValue(email, out var rows))
            {
                _byEmail[email] = rows = [];
            }

            rows.Add(row);
        }
    }

    private string NewId() => (++_lastId).ToString(CultureInfo.InvariantCulture);
}
