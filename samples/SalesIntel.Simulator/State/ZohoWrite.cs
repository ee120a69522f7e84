namespace SalesIntel.Simulator;

/// <summary>One record of one write request to the simulated CRM.</summary>
/// <param name="Sequence">From 1, in the order in which requests were finished.</param>
/// <param name="Request">Number of the HTTP request; the records of a batch share it.</param>
/// <param name="Kind"><c>lead.insert</c>, <c>lead.update</c>, <c>note.insert</c>, <c>task.insert</c> and so on; the operation when a fault struck first.</param>
/// <param name="StartedAt">When the request arrived.</param>
/// <param name="EndedAt">When it was carried out or refused, just before the answer was sent.</param>
/// <param name="LeadId">Id of the lead, or of the record a note or task belongs to.</param>
/// <param name="LeadEmail">E-mail of the lead, lower case, when known.</param>
/// <param name="Fields">API names that were written.</param>
/// <param name="Outcome"><c>SUCCESS</c>, an error code, <c>fault:action</c> or <c>client_aborted</c>.</param>
/// <param name="Committed">Whether the CRM changed.</param>
/// <param name="ResponseSent">Whether the caller was given an answer.</param>
public sealed record ZohoWrite(
    int Sequence,
    int Request,
    string Kind,
    DateTimeOffset StartedAt,
    DateTimeOffset EndedAt,
    string? LeadId,
    string? LeadEmail,
    IReadOnlyList<string> Fields,
    string Outcome,
    bool Committed,
    bool ResponseSent);
