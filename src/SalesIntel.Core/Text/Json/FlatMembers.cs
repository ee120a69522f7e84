using System.Runtime.InteropServices;

namespace SalesIntel.Text;

/// <summary>Gives a body its objects back where a relay has made one level of it: <c>payload__email</c>, <c>payload.email</c> and
/// <c>payload/email</c> are the member <c>email</c> of <c>payload</c>.</summary>
internal static class FlatMembers
{
    private const int MostMembers = 1_000;
    private const int MostLayers = 8;

    private static readonly string[] Separators = ["__", ".", "/"];

    /// <summary>The body with its objects; null where nothing was flattened. An object that is there as such stays as it is.</summary>
    internal static JsonObject? Restored(JsonElement body)
    {
        if (body.GetPropertyCount() > MostMembers || !body.EnumerateObject().Any(IsPath))
        {
            return null;
        }

        var hasBrackets = body.EnumerateObject().Any(member => HasBrackets(member.Name));
        var separator = hasBrackets ? "."
            : Array.Find(Separators, between => body.EnumerateObject().Any(member => Beginning(member.Name, between).Length > 0));
        if (separator is null)
        {
            return null;
        }

        var root = new JsonObject();
        foreach (var member in body.EnumerateObject().OrderBy(member => HasBrackets(member.Name) || Beginning(member.Name, separator).Length > 0))
        {
            var name = !HasBrackets(member.Name) ? member.Name
                : string.Join(separator, member.Name.Split(['[', ']', '.'], StringSplitOptions.RemoveEmptyEntries));
            Add(root, name.Split(separator, MostLayers), NodeOf(member.Value));
        }

        return root;
    }

    // Most bodies have none: a look at the bytes makes no string.
    private static bool IsPath(JsonProperty member) => JsonMarshal.GetRawUtf8PropertyName(member) is var name
        && (name.ContainsAny((byte)'.', (byte)'/', (byte)'[') || name.IndexOf("__"u8) >= 0);

    private static bool HasBrackets(string name) => name.IndexOf('[', StringComparison.Ordinal) is > 0 and var open
        && char.IsAsciiLetterOrDigit(name[open - 1]) && name.IndexOf(']', open) > 0 && !name.Contains(' ', StringComparison.Ordinal);

    private static string Beginning(string name, string separator) =>
        name.IndexOf(separator, StringComparison.Ordinal) is > 0 and var end && end + separator.Length < name.Length ? name[..end] : "";

    private static void Add(JsonObject root, string[] path, JsonNode? value)
    {
        var at = root;
        foreach (var name in path[..^1])
        {
            if (at[name] is not JsonObject inner)
            {
                if (at.ContainsKey(name))
                {
                    return;
                }

                at[name] = inner = [];
            }

            at = inner;
        }

        at[path[^1]] = value;
    }

    private static JsonNode? NodeOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => JsonObject.Create(value),
        JsonValueKind.Array => JsonArray.Create(value),
        JsonValueKind.Null => null,
        _ => JsonValue.Create(value),
    };
}
