using SalesIntel.Leads;

namespace SalesIntel.Storage.Contract;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(LeadFact))]
[JsonSerializable(typeof(FieldValue))]
[JsonSerializable(typeof(LedgerEntry))]
internal sealed partial class StoreJsonContext : JsonSerializerContext;
