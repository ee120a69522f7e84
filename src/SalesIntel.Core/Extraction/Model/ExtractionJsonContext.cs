namespace SalesIntel.Extraction;

/// <summary>Source-generated JSON of what is kept in the completion cache.</summary>
[JsonSourceGenerationOptions(WriteIndented = false)]
[JsonSerializable(typeof(CachedCompletion))]
internal sealed partial class ExtractionJsonContext : JsonSerializerContext;
