using SalesIntel.Crm;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Crm;

/// <summary>Zoho CRM v8 as the CRM of SalesIntel.</summary>
internal sealed class ZohoCrm(ZohoMapping mapping, LeadFinder finder, LeadWriter writer, LeadNotes notes, LeadTasks tasks) : ICrm
{
    public ICrmMapping Mapping => mapping;

    public Task<IReadOnlyList<CrmLead>> FindLeadsAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        finder.FindAsync(emails, fields, cancellationToken);

    public Task<CrmLead?> GetLeadAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        finder.GetAsync(leadId, fields, cancellationToken);

    public Task<CrmLeadReceipt> WriteLeadAsync(CrmLeadWrite write, CancellationToken cancellationToken) =>
        writer.WriteAsync(write.LeadId, write.Patch.Email, mapping.Map(write.Patch), cancellationToken);

    public Task<string?> FindNoteAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        notes.FindAsync(leadId, marker, cancellationToken);

    public Task<string> CreateNoteAsync(string leadId, CrmNote note, CancellationToken cancellationToken) =>
        notes.CreateAsync(leadId, note, cancellationToken);

    public Task<bool> UpdateNoteAsync(string noteId, CrmNote note, CancellationToken cancellationToken) =>
        notes.UpdateAsync(noteId, note, cancellationToken);

    public Task<string?> FindTaskAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        tasks.FindAsync(leadId, marker, cancellationToken);

    public Task<string> CreateTaskAsync(string leadId, CrmTask task, CancellationToken cancellationToken) =>
        tasks.CreateAsync(leadId, task, cancellationToken);

    public int MaxNoteLength => ZohoNote.MaxContent;
}
