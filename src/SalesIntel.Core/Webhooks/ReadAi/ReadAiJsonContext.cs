using System.Text.Json.Serialization;
using SalesIntel.Leads;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>A meeting as JSON, for its fingerprint.</summary>
[JsonSerializable(typeof(Meeting))]
internal sealed partial class ReadAiJsonContext : JsonSerializerContext;
