namespace SalesIntel.Text;

/// <summary>Where the members of a message are looked for: in the object that is the message, then in the ones around it and in those that it
/// wraps a part of itself into.</summary>
/// <param name="layers">The objects, in this order.</param>
internal sealed class JsonScope(IReadOnlyList<JsonElement> layers)
{
    /// <summary>The scope of a message.</summary>
    /// <param name="place">The message.</param>
    /// <param name="wrappers">Names of members into which senders put a part of the message.</param>
    public static JsonScope Of(JsonPlace place, IReadOnlyList<string> wrappers) => new(
    [
        place.Value,
        .. place.Around,
        .. wrappers.Select(name => place.Value.Get(name).AsObject()).Where(inner => inner.ValueKind == JsonValueKind.Object),
    ]);

    /// <summary>The first of the names that has a value.</summary>
    public JsonElement First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var layer in layers)
            {
                if (layer.Get(name) is { ValueKind: not JsonValueKind.Undefined } value)
                {
                    return value;
                }
            }
        }

        return default;
    }

    /// <summary>What each of the names that have a value has, in the order of the names.</summary>
    public IReadOnlyList<JsonElement> All(IEnumerable<string> names) =>
        [.. names.Select(name => First(name)).Where(value => value.ValueKind != JsonValueKind.Undefined)];

    /// <summary>The first of the names that has a text or a number, as one line of clean text; empty when there is none.</summary>
    public string Line(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var layer in layers)
            {
                if (layer.Line(name) is { Length: > 0 } text)
                {
                    return text;
                }
            }
        }

        return "";
    }
}
