using System.Text.Json;
using SalesIntel.Crm;

namespace SalesIntel.Engine;

/// <summary>What a write to a lead sent, as it is kept in the ledger: names of fields, no values.</summary>
internal sealed record LeadWriteDetail(IReadOnlyList<string> Sent, IReadOnlyList<string> Issues)
{
    public static string Of(LeadWriteResult result) => JsonSerializer.Serialize(
        new LeadWriteDetail(result.Sent, result.Issues), ProcessingJsonContext.ForDetails.LeadWriteDetail);
}
