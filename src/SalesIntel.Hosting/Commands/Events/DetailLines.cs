namespace SalesIntel.Hosting.Commands.Events;

/// <summary>What the detail of an effect says, for people: names and values, lists with commas; what is empty is left out.</summary>
internal static class DetailLines
{
    public static IEnumerable<(string Name, string Value)> Of(JsonNode detail) => detail is JsonObject members
        ? members.Where(member => member.Value is not null and not JsonArray { Count: 0 }).Select(member => (member.Key, Text(member.Value!)))
        : [("", Text(detail))];

    private static string Text(JsonNode node) => node switch
    {
        JsonArray list => string.Join(", ", list.OfType<JsonNode>().Select(Text)),
        JsonObject => node.ToJsonString(),
        _ => node.ToString(),
    };
}
