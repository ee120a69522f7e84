namespace SalesIntel.Crm;

/// <summary>What is left to write after a look at what the CRM holds.</summary>
/// <param name="LeadId">The CRM's id; empty when the CRM knows no such lead yet.</param>
/// <param name="Writes">The fields to write.</param>
/// <param name="Landed">Values of an earlier write without an answer that are in the CRM, by the CRM's names.</param>
/// <param name="Kept">What is not written because a person has entered something else.</param>
/// <param name="Issues">What a person should know, without values.</param>
internal sealed record LeadComparison(
    string LeadId,
    IReadOnlyList<FieldWrite> Writes,
    IReadOnlyList<KeyValuePair<string, JsonNode?>> Landed,
    IReadOnlyList<FieldWrite> Kept,
    IReadOnlyList<string> Issues)
{
    /// <summary>What the CRM was seen to hold; null when it was not asked, or has no such lead.</summary>
    public LeadLook? Look { get; init; }
}
