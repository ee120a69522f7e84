using System.Text.Encodings.Web;

namespace SalesIntel.Zoho.Client;

/// <summary>The JSON of writes, generated at compile time.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WriteBody))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class RecordsJson : JsonSerializerContext
{
    /// <summary>Writes text as it is instead of escaped: the receiver is an API and no web page.</summary>
    public static RecordsJson Wire { get; } = new(new JsonSerializerOptions
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
