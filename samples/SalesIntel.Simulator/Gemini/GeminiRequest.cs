using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>What the stand-in reads from a generateContent body.</summary>
internal sealed record GeminiRequest(string Model, string UserText, string SystemText, JsonObject Config, bool HasContents)
{
    public string PromptHash { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(UserText)));

    public JsonNode? Schema => Config["responseJsonSchema"] ?? Config["responseSchema"];

    /// <summary>The names that are asked for: of a list whose items name what they are about, the names that an item may have.</summary>
    public IReadOnlyList<string> SchemaProperties => [.. (Properties(Schema) ?? []).SelectMany(Named)];

    public static GeminiRequest Read(string model, JsonNode? body)
    {
        var root = body as JsonObject ?? [];
        var contents = root["contents"] as JsonArray ?? [];
        var user = contents.OfType<JsonObject>().Where(content => (Wire.Text(content["role"]) ?? "user") == "user").Select(Text);
        return new GeminiRequest(
            model,
            string.Join('\n', user),
            (root["systemInstruction"] ?? root["system_instruction"]) is JsonObject system ? Text(system) : "",
            root["generationConfig"] as JsonObject ?? [],
            contents.Count > 0);
    }

    /// <returns>Why a real server would refuse this request, or <see langword="null"/>.</returns>
    public string? Fault()
    {
        var thinking = Config["thinkingConfig"] as JsonObject;
        var level = Wire.Text(thinking?["thinkingLevel"]);
        return !HasContents ? "contents is not specified"
            : Config["responseJsonSchema"] is not null && Config["responseSchema"] is not null
                ? "Only one of responseSchema and responseJsonSchema can be set"
            : Schema is not null && Wire.Text(Config["responseMimeType"]) is not ("application/json" or "text/x.enum")
                ? "A response schema needs responseMimeType application/json"
            : thinking?["thinkingBudget"] is not null && level is not null ? "Only one of thinkingBudget and thinkingLevel can be set"
            : level is not null && Model.StartsWith("gemini-2.5", StringComparison.Ordinal) ? "Thinking level is not supported for this model."
            : string.Equals(level, "minimal", StringComparison.OrdinalIgnoreCase) && Model.StartsWith("gemini-3.8", StringComparison.Ordinal)
                ? "Thinking level MINIMAL is not supported for this model."
            : null;
    }

    private IEnumerable<string> Named(string property) =>
        ItemNames((Schema?["properties"] as JsonObject)?[property]) is { Count: > 0 } names ? names : [property];

    /// <returns>The names that the items of a list may have as their element; none when the schema is not that of such a list.</returns>
    public static IReadOnlyList<string> ItemNames(JsonNode? schema) =>
        schema?["items"]?["properties"]?["element"]?["enum"] is JsonArray names ? [.. names.Select(Wire.Text).OfType<string>()] : [];

    private static string Text(JsonObject content) =>
        string.Join('\n', (content["parts"] as JsonArray ?? []).OfType<JsonObject>().Select(part => Wire.Text(part["text"]) ?? ""));

    // The root may be wrapped: {"properties":{"data":{…}}} counts with the names inside.
    private static string[]? Properties(JsonNode? schema)
    {
        if ((schema as JsonObject)?["properties"] is not JsonObject properties)
        {
            return null;
        }

        string[] names = [.. properties.Select(pair => pair.Key)];
        return names.Length == 1 ? Properties(properties[names[0]]) ?? names : names;
    }
}
