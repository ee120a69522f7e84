using System.Buffers;
using System.Net;

namespace SalesIntel.Text;

/// <summary>Reads a body as HTML forms send it: what a relay makes of a message when nobody tells it to send JSON. Its fields become the
/// members of an object, and <c>people[0][email]</c> a member of an item of a list.</summary>
/// <remarks>See <see href="https://url.spec.whatwg.org/#application/x-www-form-urlencoded"/>; brackets have no specification, but one use.
/// </remarks>
internal static class FormBody
{
    private const int MostFields = 1_000;
    private const int MostLayers = 6;
    private const int MostDigits = 4;
    private const int LongestName = 200;

    private static readonly SearchValues<byte> NameBytes =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.[]%+~*"u8);

    /// <summary>The object as JSON; false for what is no form. Never throws.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> body, out ReadOnlyMemory<byte> json)
    {
        json = default;
        var form = body.Trim("\r\n"u8);
        if (!BeginsWithName(form) || form.IndexOfAny(" \t\r\n"u8) >= 0 || form.Count((byte)'&') >= MostFields)
        {
            return false;
        }

        var root = new JsonObject();
        foreach (var field in Encoding.UTF8.GetString(form).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = field.IndexOf('=', StringComparison.Ordinal);
            var name = WebUtility.UrlDecode(equals < 0 ? field : field[..equals]);
            var path = name.Split('[').Select((part, at) => at == 0 ? part : part.TrimEnd(']')).ToArray();
            if (path[0].Length > 0 && path.Length <= MostLayers)
            {
                Add(root, path, equals < 0 ? "" : WebUtility.UrlDecode(field[(equals + 1)..]));
            }
        }

        json = Encoding.UTF8.GetBytes(WithLists(root, isRoot: true).ToJsonString());
        return true;
    }

    private static bool BeginsWithName(ReadOnlySpan<byte> form) => form.IndexOf((byte)'=') is > 0 and <= LongestName and var end
        && form[..end].IndexOfAnyExcept(NameBytes) < 0;

    private static void Add(JsonObject root, string[] path, string value)
    {
        var at = root;
        for (var layer = 0; layer < path.Length - 1; layer++)
        {
            var name = path[layer].Length > 0 ? path[layer] : Place(at, path[layer + 1]);
            if (at[name] is not JsonObject inner)
            {
                at[name] = inner = [];
            }

            at = inner;
        }

        var last = path[^1].Length > 0 ? path[^1] : Number(at.Count);
        switch (at[last])
        {
            case null:
                at[last] = value;
                break;
            case JsonArray many:
                many.Add((JsonNode)value);
                break;
            case var one:
                at[last] = new JsonArray(one.DeepClone(), value);
                break;
        }
    }

    // "people[][name]": the item before takes what it has not yet.
    private static string Place(JsonObject list, string member) => Number(
        list.Count > 0 && list[Number(list.Count - 1)] is JsonObject item && !item.ContainsKey(member) ? list.Count - 1 : list.Count);

    private static JsonNode WithLists(JsonNode node, bool isRoot = false)
    {
        if (node is not JsonObject members)
        {
            return node.DeepClone();
        }

        var isList = !isRoot && members.Count > 0
            && members.All(member => member.Key.Length is > 0 and <= MostDigits && member.Key.All(char.IsAsciiDigit));
        return isList
            ? new JsonArray(
            [
                .. members.OrderBy(member => int.Parse(member.Key, CultureInfo.InvariantCulture)).Select(member => WithLists(member.Value!)),
            ])
            : new JsonObject(members.Select(member => KeyValuePair.Create<string, JsonNode?>(member.Key, WithLists(member.Value!))));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
