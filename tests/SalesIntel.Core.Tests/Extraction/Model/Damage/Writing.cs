using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel.Extraction.Damage;

/// <summary>How somebody writes what should be JSON.</summary>
internal sealed record Writing
{
    public (string Open, string Close) KeyMarks { get; init; } = ("\"", "\"");

    public (string Open, string Close) TextMarks { get; init; } = ("\"", "\"");

    public Func<string, string> Escape { get; init; } = Json;

    public Func<string, string> Key { get; init; } = key => key;

    public string Null { get; init; } = "null";

    public string True { get; init; } = "true";

    public string Colon { get; init; } = ": ";

    public string Comma { get; init; } = ",";

    public string LastComma { get; init; } = "";

    public string BehindMember { get; init; } = "";

    public string Open { get; init; } = "{";

    public string Close { get; init; } = "}";

    public string OpenList { get; init; } = "[";

    public string CloseList { get; init; } = "]";

    public Func<string, string>? Text { get; init; }

    public Func<string, string> Number { get; init; } = number => number;

    public bool IsOnOneLine { get; init; }

    public string Write(JsonNode? node, int depth = 0)
    {
        switch (node)
        {
            case null:
                return Null;
            case JsonObject record:
                return Open + Lines(record.Select(m => KeyMarks.Open + Key(m.Key) + KeyMarks.Close + Colon + Write(m.Value, depth + 1)), depth) + Close;
            case JsonArray list:
                return OpenList + Lines(list.Select(item => Write(item, depth + 1)), depth) + CloseList;
            default:
                return node.GetValueKind() switch
                {
                    JsonValueKind.String => Text?.Invoke(node.GetValue<string>()) ?? TextMarks.Open + Escape(node.GetValue<string>()) + TextMarks.Close,
                    JsonValueKind.True => True,
                    _ => Number(node.ToJsonString()),
                };
        }
    }

    public static string Json(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private string Lines(IEnumerable<string> parts, int depth)
    {
        var (all, text) = (parts.ToList(), new StringBuilder());
        for (var i = 0; i < all.Count; i++)
        {
            var line = IsOnOneLine ? "" : "\n" + new string(' ', 2 * (depth + 1));
            text.Append(CultureInfo.InvariantCulture, $"{line}{all[i]}{(i < all.Count - 1 ? Comma : LastComma)}{BehindMember}");
        }

        return text + (IsOnOneLine || all.Count == 0 ? "" : "\n" + new string(' ', 2 * depth));
    }
}
