namespace SalesIntel.Gemini;

/// <summary>Brings a JSON Schema into the subset that the API takes. Other libraries write keywords that it ignores at best and refuses
/// with a bare <c>INVALID_ARGUMENT</c> at worst; what they demanded has to be checked on the answer.</summary>
/// <remarks>https://ai.google.dev/gemini-api/docs/structured-output#json-schema-support</remarks>
internal static class GeminiSchema
{
    private static readonly HashSet<string> Known = new(
    [
        "$id", "$defs", "$ref", "$anchor", "type", "format", "title", "description", "enum", "items", "prefixItems", "minItems", "maxItems",
        "minimum", "maximum", "anyOf", "oneOf", "properties", "additionalProperties", "required", "propertyOrdering",
    ], StringComparer.Ordinal);

    /// <summary>The schema as it is sent.</summary>
    public static JsonElement Of(JsonElement schema) =>
        schema.ValueKind == JsonValueKind.Object ? JsonElement.Parse(Adapt(JsonObject.Create(schema)!).ToJsonString()) : schema;

    private static JsonObject Adapt(JsonObject schema)
    {
        var adapted = new JsonObject();
        foreach (var (name, value) in schema)
        {
            if (name == "const")
            {
                adapted["enum"] = new JsonArray(value?.DeepClone());
            }
            else if (Known.Contains(name))
            {
                adapted[name] = name is "properties" or "$defs" && value is JsonObject named
                    ? new JsonObject(named.Select(one => KeyValuePair.Create(one.Key, Node(one.Value))))
                    : name is "items" or "additionalProperties" ? Node(value)
                    : name is "anyOf" or "oneOf" or "prefixItems" && value is JsonArray list ? new JsonArray([.. list.Select(Node)])
                    : value?.DeepClone();
            }
        }

        return adapted;
    }

    private static JsonNode? Node(JsonNode? schema) => schema is JsonObject inner ? Adapt(inner) : schema?.DeepClone();
}
