namespace SalesIntel.Zoho.Crm;

/// <summary>Records by Zoho's names, and what is kept of modules, as JSON.</summary>
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(KeptFields))]
internal sealed partial class CrmJson : JsonSerializerContext;
