using SalesIntel.Failures;

namespace SalesIntel.Crm;

/// <summary>The CRM as SalesIntel needs it. Every method throws <see cref="ProviderException"/> when the CRM refuses
/// or can't be reached; <see cref="ProviderException.OutcomeUnknown"/> tells when a write may have been done.</summary>
public interface ICrm
{
    /// <summary>The CRM's own names and forms of our fields.</summary>
    ICrmMapping Mapping { get; }

    /// <summary>UTF-16 units that a note's text may have. What does not fit is left out of a note when it is written, what is needed least
    /// first, and the note says so. Below 2,000 it is taken for 2,000.</summary>
    int MaxNoteLength => int.MaxValue;

    /// <summary>The same CRM for work on the past, such as a replay: its calls go after those of somebody who waits, as far as the CRM can tell
    /// them apart.</summary>
    ICrm InBackground() => this;

    /// <summary>Leads with exactly one of these e-mail addresses (any case), converted ones included. A record made seconds ago may
    /// be missing where the CRM's search is behind its database.</summary>
    /// <param name="emails">Addresses in lower case; at most 10.</param>
    /// <param name="fields">The fields to read besides id and e-mail, by the CRM's names; any number.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyList<CrmLead>> FindLeadsAsync(
        IReadOnlyCollection<string> emails, IReadOnlyCollection<string> fields, CancellationToken cancellationToken);

    /// <summary>The lead with this id as the CRM's database holds it now; null when there is none (any more).</summary>
    Task<CrmLead?> GetLeadAsync(string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken);

    /// <summary>What the CRM says of a lead's fields, each as a short text that is another one once the field may take other values. What it did
    /// not take is tried again then. A field of which nothing is known now is not among them. Costs no call for each lead.</summary>
    /// <param name="leadId">The CRM's id of the lead.</param>
    /// <param name="fields">The fields, by the CRM's names.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<IReadOnlyDictionary<string, string>> GetFieldVersionsAsync(
        string leadId, IReadOnlyCollection<string> fields, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    /// <summary>Creates or updates a lead: by id where it is known, else by e-mail address in one step of the CRM's database.
    /// Repeating it is harmless.</summary>
    Task<CrmLeadReceipt> WriteLeadAsync(CrmLeadWrite write, CancellationToken cancellationToken);

    /// <summary>Id of the lead's note that carries the marker; null when there is none.</summary>
    Task<string?> FindNoteAsync(string leadId, string marker, CancellationToken cancellationToken);

    /// <summary>Adds a note and returns its id. Not repeatable: see <see cref="FindNoteAsync"/>.</summary>
    Task<string> CreateNoteAsync(string leadId, CrmNote note, CancellationToken cancellationToken);

    /// <summary>Replaces a note's title and text; false when the note no longer exists.</summary>
    Task<bool> UpdateNoteAsync(string noteId, CrmNote note, CancellationToken cancellationToken);

    /// <summary>A note's text as the CRM holds it now, by which an edit of a person is recognised: a note that was edited is not replaced, another
    /// one is added. Line ends and characters beyond the BMP may differ from what was written.</summary>
    /// <returns>Null when the note no longer exists, and by default: then every note counts as not edited.</returns>
    Task<string?> GetNoteTextAsync(string noteId, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>Id of the lead's task that carries the marker; null when there is none.</summary>
    Task<string?> FindTaskAsync(string leadId, string marker, CancellationToken cancellationToken);

    /// <summary>Adds a task and returns its id. Not repeatable: see <see cref="FindTaskAsync"/>.</summary>
    Task<string> CreateTaskAsync(string leadId, CrmTask task, CancellationToken cancellationToken);
}
