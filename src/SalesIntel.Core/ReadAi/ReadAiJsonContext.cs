using System.Text.Json.Serialization;

namespace SalesIntel.ReadAi;

/// <summary>A meeting as JSON, for its fingerprint.</summary>
[JsonSerializable(typeof(Meeting))]
internal sealed partial class ReadAiJsonContext : JsonSerializerContext;
