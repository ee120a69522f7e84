using System.Text.Encodings.Web;

namespace SalesIntel.Hosting.Commands.Output;

/// <summary>How the commands write JSON.</summary>
internal static class ReadableJson
{
    /// <summary>Options for one context, which owns them: letters and quotes stay as they are; control characters are escaped all the
    /// same; values of enumerations are words, see <see cref="Words"/>.</summary>
    public static JsonSerializerOptions NewOptions() => new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new LeadKeyText() },
    };
}
