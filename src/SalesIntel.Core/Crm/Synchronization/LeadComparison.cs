namespace SalesIntel.Crm;

/// <summary>What is left to write after a look at what the CRM holds.</summary>
/// <param name="LeadId">The CRM's id; empty when the CRM knows no such lead yet.</param>
/// <param name="Writes">The fields to write.</param>
/// <param name="Landed">Values of an earlier write without an answer that are in the CRM, by the CRM's names.</param>
/// <param name="GaveWay">What is not written because of what the CRM holds, be it the same.</param>
/// <param name="Kept">The CRM's names of those of them that a person has changed.</param>
/// <param name="Issues">What a person should know, without values.</param>
internal sealed record LeadComparison(
    string LeadId,
    IReadOnlyList<FieldWrite> Writes,
    IReadOnlyList<KeyValuePair<string, JsonNode?>> Landed,
    IReadOnlyList<FieldWrite> GaveWay,
    IReadOnlyList<string> Kept,
    IReadOnlyList<string> Issues)
{
    /// <summary>What the CRM was seen to hold; null when it was not asked, or has no such lead.</summary>
    public LeadLook? Look { get; init; }
}
