using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Zoho CRM v8 as the CRM of SalesIntel.</summary>
internal sealed class ZohoCrm(
    ZohoMapping mapping, LeadFinder finder, LeadWriter writer, LeadNotes notes, LeadTasks tasks, FieldVersions versions) : ICrm
{
    private ZohoPriority priority;
    private ICrm? background;

    public ICrmMapping Mapping => mapping;

    public int MaxNoteLength => ZohoNote.MaxContent;

    public ICrm InBackground() => priority == ZohoPriority.Background
        ? this
        : background ??= new ZohoCrm(mapping, finder, writer, notes, tasks, versions) { priority = ZohoPriority.Background };

    public Task<IReadOnlyList<CrmLead>> FindLeadsAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        finder.FindAsync(emails, fields, priority, cancellationToken);

    public Task<CrmLead?> GetLeadAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        finder.GetAsync(leadId, fields, priority, cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> GetFieldVersionsAsync(
        string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        versions.GetAsync(leadId, fields, cancellationToken);

    public Task<CrmLeadReceipt> WriteLeadAsync(CrmLeadWrite write, CancellationToken cancellationToken) =>
        writer.WriteAsync(write.LeadId, write.Patch.Email, mapping.Map(write.Patch), priority, cancellationToken,
            [.. write.Patch.Fields.Where(field => field.Policy == WritePolicy.AppendDated).Select(field => mapping.Map(field)?.Name).OfType<string>()]);

    public Task<string?> FindNoteAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        notes.FindAsync(leadId, marker, priority, cancellationToken);

    public Task<string> CreateNoteAsync(string leadId, CrmNote note, CancellationToken cancellationToken) =>
        notes.CreateAsync(leadId, note, priority, cancellationToken);

    public Task<bool> UpdateNoteAsync(string noteId, CrmNote note, CancellationToken cancellationToken) =>
        notes.UpdateAsync(noteId, note, priority, cancellationToken);

    public Task<string?> GetNoteTextAsync(string noteId, CancellationToken cancellationToken) =>
        notes.TextAsync(noteId, priority, cancellationToken);

    public Task<string?> FindTaskAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        tasks.FindAsync(leadId, marker, priority, cancellationToken);

    public Task<string> CreateTaskAsync(string leadId, CrmTask task, CancellationToken cancellationToken) =>
        tasks.CreateAsync(leadId, task, priority, cancellationToken);
}
