using System.Runtime.InteropServices;

namespace SalesIntel.Text;

/// <summary>Reads JSON that was kept as text: relays turn the objects and lists of a body into strings, some of them more than once, and
/// gateways and queues into base64.</summary>
internal static class JsonText
{
    private const int MostLayers = 4;

    private static readonly char[] Blank = [' ', '\t', '\r', '\n', '\uFEFF'];

    /// <summary>The object or list that a text holds, through up to four layers of text; every other value as it is.</summary>
    internal static JsonElement Unpacked(this JsonElement value)
    {
        var inner = value;
        for (var layer = 0; layer < MostLayers && inner.ValueKind == JsonValueKind.String; layer++)
        {
            if (!MayHoldJson(inner) || !TryParse(inner.GetString()!, out inner))
            {
                return value;
            }
        }

        return inner.ValueKind is JsonValueKind.Object or JsonValueKind.Array ? inner : value;
    }

    /// <summary>Parses a text that is a JSON object, list or string; nesting is limited to 64 levels. Never throws.</summary>
    internal static bool TryParse(string text, out JsonElement value)
    {
        value = default;
        return MayBeJson(text) ? WireJson.TryParse(text.Trim(Blank), out value)
            : IsPacked(text) && Base64Json.TryUnpack(Encoding.UTF8.GetBytes(text), out var json) && WireJson.TryParse(json, out value);
    }

    /// <summary>Parses a text that holds several objects or lists, one behind the other, such as one on each line. Never throws.</summary>
    internal static bool TryParseMany(string text, out IReadOnlyList<JsonElement> values)
    {
        values = [];
        return BeginsAsJson(text) && WireJson.TryParseMany(text.Trim(Blank), out values);
    }

    /// <summary>True for a text that begins as a JSON object or a list of objects or texts does, whole or not.</summary>
    internal static bool BeginsAsJson(string text)
    {
        var trimmed = text.AsSpan().TrimStart(Blank);
        return trimmed is ['{' or '[', ..] && trimmed[1..].TrimStart(Blank) is var inside
            && (trimmed[0] == '{' ? inside is ['"', ..] : inside is ['{', ..] or ['"', ..]);
    }

    // Looks at the text as it was sent, so that no string is made of a value that is looked at again and again and holds no JSON. What comes
    // escaped may be anything.
    private static bool MayHoldJson(JsonElement text) =>
        JsonMarshal.GetRawUtf8Value(text)[1..^1].TrimStart((byte)' ') is var raw
        && (raw is [(byte)'{' or (byte)'[' or (byte)'"' or (byte)'\\' or 0xEF, ..] || Base64Json.MayBe(raw));

    // Words that begin so end at a space before long.
    private static bool IsPacked(string text) => text is ['e' or 'W', ..] && !text.AsSpan().Trim(Blank).ContainsAny(Blank);

    // Most texts are no JSON: a glance at both ends is cheaper than a parse that fails.
    private static bool MayBeJson(string text) => text.AsSpan().Trim(Blank) is ['{', .., '}'] or ['[', .., ']'] or ['"', .., '"'];
}
