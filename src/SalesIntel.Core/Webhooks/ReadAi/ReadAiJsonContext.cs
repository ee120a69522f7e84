namespace SalesIntel.Webhooks.ReadAi;

/// <summary>A report as JSON, for its fingerprint.</summary>
[JsonSourceGenerationOptions(Converters = [typeof(SegmentedText)], GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(MeetingRevision))]
internal sealed partial class ReadAiJsonContext : JsonSerializerContext;
