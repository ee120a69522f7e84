using System.Runtime.InteropServices;

namespace SalesIntel.Text;

/// <summary>Reads members of a JSON value that may have any other type than the expected one; never throws. Where an object or a list is
/// expected, one that was kept as text counts, and so does a list of one object.</summary>
internal static class JsonReading
{
    // An object with more members is no record that anybody named; looking through it for each name would cost too much.
    private const int MostMembers = 256;

    private static readonly string[] Lists = ["items", "results", "data", "list", "entries", "records", "nodes"];

    /// <summary>A member's value; <see cref="JsonValueKind.Undefined"/> when it is missing, null, or this is no object. A name that differs
    /// in capitals, spaces, hyphens and underscores only, as <c>startTime</c> does from <c>start_time</c>, is the same where the exact one
    /// has no value.</summary>
    internal static JsonElement Get(this JsonElement element, string name)
    {
        var holder = element.AsObject();
        if (holder.ValueKind != JsonValueKind.Object)
        {
            return default;
        }

        return holder.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : GetLoosely(holder, name);
    }

    /// <summary>The object that a value is, holds as text, or has as its only item; undefined when there is none.</summary>
    internal static JsonElement AsObject(this JsonElement element)
    {
        var value = element.Unpacked();
        for (var layer = 0; layer < 2 && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1; layer++)
        {
            value = value[0].Unpacked();
        }

        return value.ValueKind == JsonValueKind.Object ? value : default;
    }

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
    internal static string Name(this JsonElement element, string name) => TextCleaner.Name(MarkupText.Plain(element.Get(name).Text()));

    /// <summary>True for <c>true</c> and for what stands for it.</summary>
    internal static bool Flag(this JsonElement element, string name) => element.Get(name).YesOrNo() == true;

    /// <summary>What a value says that is true or false, or a text or number that stands for one of them; null for any other.</summary>
    internal static bool? YesOrNo(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => element.Text().Trim().ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "1" => true,
            "FALSE" or "NO" or "0" => false,
            _ => null,
        },
    };

    /// <summary>An array's items, each unpacked; a single object or text counts as an array of one. An object whose members are numbered is
    /// an array that a form has been made of, and one around a list, as services give it out, is that list.</summary>
    internal static IEnumerable<JsonElement> Items(this JsonElement element) => element.Unpacked() switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(item => item.Unpacked()),
        { ValueKind: JsonValueKind.Object } numbered when IsNumbered(numbered) =>
            numbered.EnumerateObject().Select(member => member.Value.Unpacked()),
        { ValueKind: JsonValueKind.Object } around when ListWithin(around) is { ValueKind: JsonValueKind.Array } list => list.Items(),
        { ValueKind: JsonValueKind.Object or JsonValueKind.String } one => [one],
        _ => [],
    };

    /// <summary>A member as a time, see <see cref="WireTime"/>.</summary>
    internal static DateTimeOffset? Time(this JsonElement element, string name) => WireTime.Read(element.Get(name));

    // {"items": [...], "total": 2}
    private static JsonElement ListWithin(JsonElement around) =>
        Lists.Select(name => around.Get(name).Unpacked()).FirstOrDefault(list => list.ValueKind == JsonValueKind.Array);

    private static bool IsNumbered(JsonElement element) =>
        element.GetPropertyCount() > 0
        && element.EnumerateObject().All(member =>
            JsonMarshal.GetRawUtf8PropertyName(member).IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0);

    private static JsonElement GetLoosely(JsonElement holder, string name)
    {
        if (holder.GetPropertyCount() > MostMembers)
        {
            return default;
        }

        foreach (var member in holder.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null && IsSame(JsonMarshal.GetRawUtf8PropertyName(member), name))
            {
                return member.Value;
            }
        }

        return default;
    }

    private static bool IsSame(ReadOnlySpan<byte> member, string name)
    {
        var next = 0;
        foreach (var unit in member)
        {
            if (unit is (byte)'_' or (byte)'-' or (byte)' ')
            {
                continue;
            }

            while (next < name.Length && name[next] == '_')
            {
                next++;
            }

            if (next == name.Length || (char)(unit | 0x20) != name[next] || !char.IsAsciiLetterOrDigit((char)unit))
            {
                return false;
            }

            next++;
        }

        return next == name.Length;
    }
}
