using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel.SampleHost.Events;

/// <summary>Text that may be JSON, as a part of a JSON document.</summary>
internal static class InnerJson
{
    /// <summary>The object or list that a text is; any other text as it is.</summary>
    public static JsonNode Of(string text)
    {
        try
        {
            if (JsonNode.Parse(text) is { } node and (JsonObject or JsonArray))
            {
                // Throws for what can be read and not be written, e.g. half of a pair of surrogates.
                _ = node.ToJsonString();
                return node;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return JsonValue.Create(text);
        }

        return JsonValue.Create(text);
    }

    /// <summary>The same for people: what is named and its value, values in full and lists with commas.</summary>
    public static IEnumerable<(string Name, string Value)> Lines(JsonNode detail) => detail is JsonObject members
        ? members.Where(member => member.Value is not null and not JsonArray { Count: 0 }).Select(member => (member.Key, Text(member.Value!)))
        : [("", Text(detail))];

    private static string Text(JsonNode node) => node switch
    {
        JsonArray list => string.Join(", ", list.OfType<JsonNode>().Select(Text)),
        JsonObject => node.ToJsonString(),
        _ => node.ToString(),
    };
}
