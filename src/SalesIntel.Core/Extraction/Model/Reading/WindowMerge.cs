using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Makes one completion of those of several windows, in the order of the windows: lists are joined without what is in them twice,
/// which turns that two windows share would bring; of texts each is a line. The same completions give the same result.</summary>
internal static class WindowMerge
{
    /// <summary>The members of all windows.</summary>
    /// <param name="windows">What was read in each.</param>
    /// <param name="keys">The names under which something is read.</param>
    public static Dictionary<string, JsonElement> Of(IReadOnlyList<Dictionary<string, JsonElement>> windows, IReadOnlyList<string> keys)
    {
        if (windows.Count == 1)
        {
            return windows[0];
        }

        string[] elements = [.. keys.Where(key => keys.Contains(CompletionKeys.Quote(key)))];
        var merged = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var members in windows.Select(window => WithList(window, elements)))
        {
            foreach (var (name, value) in members)
            {
                merged[name] = merged.TryGetValue(name, out var before) ? Join(before, value) : value;
            }
        }

        return merged;
    }

    // A flat completion has one claim for each element: in a list it stands beside those of the other windows.
    private static Dictionary<string, JsonElement> WithList(Dictionary<string, JsonElement> members, string[] elements)
    {
        if (members.ContainsKey(CompletionKeys.Claims) || !elements.Any(members.ContainsKey))
        {
            return members;
        }

        var claims = new JsonArray();
        foreach (var element in elements)
        {
            if (members.TryGetValue(element, out var value) && value.ValueKind != JsonValueKind.Null)
            {
                claims.Add((JsonNode)new JsonObject
                {
                    [CompletionKeys.Element] = element,
                    [CompletionKeys.ClaimQuote] = Node(members, CompletionKeys.Quote(element)),
                    [CompletionKeys.ClaimTurn] = Node(members, CompletionKeys.Turn(element)),
                    [CompletionKeys.ClaimText] = JsonNode.Parse(value.GetRawText()),
                });
            }
        }

        var listed = members.Where(member => !elements.SelectMany(CompletionKeys.Flat).Contains(member.Key))
            .ToDictionary(member => member.Key, member => member.Value, StringComparer.Ordinal);
        listed[CompletionKeys.Claims] = JsonElement.Parse(claims.ToJsonString());
        return listed;
    }

    private static JsonNode? Node(Dictionary<string, JsonElement> members, string name) =>
        members.TryGetValue(name, out var value) ? JsonNode.Parse(value.GetRawText()) : null;

    private static JsonElement Join(JsonElement before, JsonElement after)
    {
        if (after.ValueKind == JsonValueKind.Null || before.ValueKind == JsonValueKind.Null)
        {
            return after.ValueKind == JsonValueKind.Null ? before : after;
        }

        if (before.ValueKind == JsonValueKind.Array || after.ValueKind == JsonValueKind.Array)
        {
            var all = Items(before).Concat(Items(after)).DistinctBy(Identity, StringComparer.Ordinal);
            return JsonElement.Parse($"[{string.Join(',', all.Select(item => item.GetRawText()))}]");
        }

        return before.ValueKind == JsonValueKind.String && after.ValueKind == JsonValueKind.String
            ? Text(string.Join('\n', new[] { before.GetString()!, after.GetString()! }.DistinctBy(Folded)))
            : after;
    }

    private static IEnumerable<JsonElement> Items(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    // Case, marks and the number of the turn do not make another claim of it.
    private static string Identity(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.Object => string.Join('\n', item.EnumerateObject().Where(part => part.Name != CompletionKeys.ClaimTurn)
            .OrderBy(part => part.Name, StringComparer.Ordinal).Select(part => $"{part.Name}:{Identity(part.Value)}")),
        JsonValueKind.String => Folded(item.GetString()!),
        _ => item.GetRawText(),
    };

    private static string Folded(string text) => LetterFolding.Phrase(text, keepSlashes: true);

    private static JsonElement Text(string text) => JsonElement.Parse(JsonValue.Create(text).ToJsonString());
}
