using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

/// <summary>Events in one lane run one after another, in the order in which they were accepted, on any number of hosts; lanes run
/// beside each other.</summary>
/// <param name="Value">The lane's name, as it stands in keys.</param>
public readonly record struct Lane(string Value)
{
    /// <summary>Work on a lead in the CRM.</summary>
    public static Lane Lead(LeadKey lead) => new($"lead:{lead.Value}");

    /// <summary>Extraction for a lead's events: apart from the lead's lane, so that a slow or absent model holds up no fact.</summary>
    public static Lane Extraction(LeadKey lead) => new($"extract:{lead.Value}");

    /// <summary>A meeting whose lead is not known yet.</summary>
    public static Lane Meeting(string sessionId) => new($"meeting:{sessionId}");

    /// <inheritdoc/>
    public override string ToString() => Value;
}
