namespace SalesIntel.Zoho.Crm;

/// <summary>A list of records that belong to a lead, and how it is looked through.</summary>
/// <param name="Name">As it stands in the address: <c>Notes</c>.</param>
/// <param name="Fields">What is read besides the id.</param>
/// <param name="MarkedField">In which of them the marker stands.</param>
/// <param name="Scopes">What the token needs.</param>
internal sealed record RelatedList(string Name, IReadOnlyList<string> Fields, string MarkedField, string Scopes);
