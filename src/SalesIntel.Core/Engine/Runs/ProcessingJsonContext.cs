using System.Text.Encodings.Web;
using SalesIntel.Crm;

namespace SalesIntel.Engine;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ExtractionReceipt))]
[JsonSerializable(typeof(LeadWriteDetail))]
[JsonSerializable(typeof(CrmNote))]
[JsonSerializable(typeof(CrmTask))]
internal sealed partial class ProcessingJsonContext : JsonSerializerContext
{
    /// <summary>Text stays text: these are read by people and never put into HTML.</summary>
    public static JsonSerializerOptions Readable { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        TypeInfoResolver = Default,
    };

    public static ProcessingJsonContext ForDetails { get; } = new(new JsonSerializerOptions(Readable));
}
