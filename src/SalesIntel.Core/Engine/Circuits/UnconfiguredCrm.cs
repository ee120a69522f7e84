using SalesIntel.Crm;
using SalesIntel.Failures;

namespace SalesIntel.Engine;

/// <summary>Stands where no CRM was added: in dry run nothing is asked of it, otherwise each call says what is missing.</summary>
internal sealed class UnconfiguredCrm(ICrmMapping mapping) : ICrm
{
    public ICrmMapping Mapping => mapping;

    public Task<IReadOnlyList<CrmLead>> FindLeadsAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) => throw Missing();

    public Task<CrmLead?> GetLeadAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        throw Missing();

    public Task<CrmLeadReceipt> WriteLeadAsync(CrmLeadWrite write, CancellationToken cancellationToken) => throw Missing();

    public Task<string?> FindNoteAsync(string leadId, string marker, CancellationToken cancellationToken) => throw Missing();

    public Task<string> CreateNoteAsync(string leadId, CrmNote note, CancellationToken cancellationToken) => throw Missing();

    public Task<bool> UpdateNoteAsync(string noteId, CrmNote note, CancellationToken cancellationToken) => throw Missing();

    public Task<string?> FindTaskAsync(string leadId, string marker, CancellationToken cancellationToken) => throw Missing();

    public Task<string> CreateTaskAsync(string leadId, CrmTask task, CancellationToken cancellationToken) => throw Missing();

    private static PermanentFailureException Missing() =>
        new("no-crm", "No CRM is configured. Add one: by the method of a CRM package, or your own ICrm as a service.");
}
