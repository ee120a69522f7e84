namespace SalesIntel.Leads;

/// <summary>Who belongs to the team that sells.</summary>
public sealed class TeamOptions
{
    /// <summary>Mail domains of the team, sub-domains included, e.g. <c>seller.example</c>. People of these domains never become leads,
    /// and what they say in a meeting is not taken for the customer's words. While the list is empty, the domain of the recording's owner
    /// counts, unless anybody can have an address there, as at <c>gmail.com</c>; then the owner alone counts.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> InternalDomains { get; set; } = [];
}
