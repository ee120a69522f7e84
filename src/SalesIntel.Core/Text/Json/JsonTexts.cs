namespace SalesIntel.Text;

/// <summary>Reads texts that senders put into lists and objects.</summary>
internal static class JsonTexts
{
    // Deeper is no text that anybody wrapped.
    private const int MostDepth = 4;

    /// <summary>The text or number that a value is, or the one of the first of the names that has one; of a list each on a line of its own.
    /// Empty when there is none.</summary>
    internal static string Within(this JsonElement value, IReadOnlyList<string> names) => Read(value, names, 0);

    private static string Read(JsonElement value, IReadOnlyList<string> names, int depth)
    {
        var inner = value.Unpacked();
        return depth > MostDepth ? ""
            : inner.ValueKind switch
            {
                JsonValueKind.Array => string.Join('\n', inner.EnumerateArray().Select(Inner).Where(text => text.Length > 0)),
                JsonValueKind.Object => names.Select(name => Inner(inner.Get(name))).FirstOrDefault(text => text.Length > 0, ""),
                _ => inner.Text(),
            };

        string Inner(JsonElement part) => Read(part, names, depth + 1);
    }
}
