namespace SalesIntel.Extraction;

/// <summary>A completion as far as it could be read.</summary>
/// <param name="Layer">How much help it needed.</param>
/// <param name="Members">Its values by name.</param>
/// <param name="Repaired">What was mended, by the name of the value; what concerns all of it under <see cref="Whole"/>.</param>
/// <param name="Lost">What is not among the values although something of it was there, by name: why.</param>
internal sealed record ReadCompletion(
    JsonLayer Layer,
    Dictionary<string, JsonElement> Members,
    IReadOnlyDictionary<string, string> Repaired,
    IReadOnlyDictionary<string, string> Lost)
{
    /// <summary>The name under which stands what concerns the whole completion.</summary>
    public const string Whole = "completion";

    /// <summary>Nothing could be read.</summary>
    public static ReadCompletion None =>
        new(JsonLayer.None, new(StringComparer.Ordinal), new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>What was mended and lost, for the issues of an extraction.</summary>
    public IEnumerable<string> Issues => IssuesBut([]);

    /// <summary>The issues without those of values that were asked for again.</summary>
    public IEnumerable<string> IssuesBut(IReadOnlyCollection<string> names) =>
        Repaired.Where(one => !names.Contains(one.Key)).Select(one => $"{one.Key}: mended, {one.Value}")
            .Concat(Lost.Where(one => !names.Contains(one.Key)).Select(one => $"{one.Key}: lost, {one.Value}"));
}
