using System.Text.Json.Serialization;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>A report as JSON, for its fingerprint.</summary>
[JsonSerializable(typeof(MeetingRevision))]
internal sealed partial class ReadAiJsonContext : JsonSerializerContext;
