using System.Text.Json;

namespace SalesIntel.Text;

/// <summary>Reads members of a JSON value that may have any other type than the expected one; never throws.</summary>
internal static class JsonReading
{
    /// <summary>A member's value; <see cref="JsonValueKind.Undefined"/> when it is missing, null, or this is no object.</summary>
    internal static JsonElement Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : default;

    /// <summary>A string's text or a number's digits; empty for everything else.</summary>
    internal static string Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.Number => element.GetRawText(),
        _ => "",
    };

    /// <summary>A member as one line of clean text.</summary>
    internal static string Line(this JsonElement element, string name) =>
        TextCleaner.Line(element.Get(name).Text(), TextCleaner.LongestLine);

    /// <summary>A member as the name of a person.</summary>
    internal static string Name(this JsonElement element, string name) => TextCleaner.Name(element.Get(name).Text());

    /// <summary>A member as clean text of several lines.</summary>
    internal static string Block(this JsonElement element, string name) => TextCleaner.Block(element.Get(name).Text());

    /// <summary>True for <c>true</c> and for a text that says so.</summary>
    internal static bool Flag(this JsonElement element, string name)
    {
        var value = element.Get(name);
        return value.ValueKind == JsonValueKind.True
            || value.Text().Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>An array's items; a single object or text counts as an array of one.</summary>
    internal static IEnumerable<JsonElement> Items(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        JsonValueKind.Object or JsonValueKind.String => [element],
        _ => [],
    };

    /// <summary>A member as a time, see <see cref="WireTime"/>.</summary>
    internal static DateTimeOffset? Time(this JsonElement element, string name) => WireTime.Read(element.Get(name));
}
