using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SalesIntel.Zoho.Crm;

/// <summary>Records by Zoho's names, as JSON.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class CrmJson : JsonSerializerContext;
