using System.Text.Encodings.Web;

namespace SalesIntel.Zoho.Client;

/// <summary>The JSON of queries, generated at compile time.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class QueryJson : JsonSerializerContext
{
    public static byte[] Body(string query) =>
        JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["select_query"] = query }, Wire.JsonObject);

    private static QueryJson Wire { get; } = new(new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
