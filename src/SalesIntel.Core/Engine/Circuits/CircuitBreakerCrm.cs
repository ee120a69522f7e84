using SalesIntel.Crm;

namespace SalesIntel.Engine;

/// <summary>The CRM behind its circuit breaker.</summary>
internal sealed class CircuitBreakerCrm(ICrm crm, CircuitBreaker breaker) : ICrm
{
    public ICrmMapping Mapping => crm.Mapping;

    public int MaxNoteLength => crm.MaxNoteLength;

    public ICrm InBackground() => new CircuitBreakerCrm(crm.InBackground(), breaker);

    public Task<IReadOnlyList<CrmLead>> FindLeadsAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Run(() => crm.FindLeadsAsync(emails, fields, cancellationToken), cancellationToken);

    public Task<CrmLead?> GetLeadAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Run(() => crm.GetLeadAsync(leadId, fields, cancellationToken), cancellationToken);

    // A help to writing; what it may have to ask has means of its own against an outage.
    public Task<IReadOnlyDictionary<string, string>> GetFieldVersionsAsync(
        string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        crm.GetFieldVersionsAsync(leadId, fields, cancellationToken);

    public Task<CrmLeadReceipt> WriteLeadAsync(CrmLeadWrite write, CancellationToken cancellationToken) =>
        Run(() => crm.WriteLeadAsync(write, cancellationToken), cancellationToken);

    public Task<string?> FindNoteAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        Run(() => crm.FindNoteAsync(leadId, marker, cancellationToken), cancellationToken);

    public Task<string> CreateNoteAsync(string leadId, CrmNote note, CancellationToken cancellationToken) =>
        Run(() => crm.CreateNoteAsync(leadId, note, cancellationToken), cancellationToken);

    public Task<bool> UpdateNoteAsync(string noteId, CrmNote note, CancellationToken cancellationToken) =>
        Run(() => crm.UpdateNoteAsync(noteId, note, cancellationToken), cancellationToken);

    public Task<string?> GetNoteTextAsync(string noteId, CancellationToken cancellationToken) =>
        Run(() => crm.GetNoteTextAsync(noteId, cancellationToken), cancellationToken);

    public Task<string?> FindTaskAsync(string leadId, string marker, CancellationToken cancellationToken) =>
        Run(() => crm.FindTaskAsync(leadId, marker, cancellationToken), cancellationToken);

    public Task<string> CreateTaskAsync(string leadId, CrmTask task, CancellationToken cancellationToken) =>
        Run(() => crm.CreateTaskAsync(leadId, task, cancellationToken), cancellationToken);

    private Task<T> Run<T>(Func<Task<T>> call, CancellationToken cancellationToken) =>
        breaker.RunAsync(Circuits.Crm, call, cancellationToken);
}
