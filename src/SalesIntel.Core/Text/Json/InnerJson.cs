namespace SalesIntel.Text;

/// <summary>A stored text that may be JSON, as a part of a document that is written for programs: they should not have to parse twice.
/// </summary>
internal static class InnerJson
{
    /// <summary>The object or list that a text is; any other text as it is.</summary>
    public static JsonNode Of(string text) => !WireJson.TryParse(text, out var value) ? JsonValue.Create(text)
        : value.ValueKind == JsonValueKind.Object ? JsonObject.Create(value)!
        : value.ValueKind == JsonValueKind.Array ? JsonArray.Create(value)!
        : JsonValue.Create(text);
}
