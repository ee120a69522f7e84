namespace SalesIntel.Simulator;

/// <summary>The findings that hold for one prompt.</summary>
internal sealed class Findings(string name, IReadOnlyDictionary<string, IReadOnlyList<Finding>> byKey)
{
    /// <summary>Name of the answer set, for the call log.</summary>
    public string Name => name;

    /// <summary>Findings whose quote is in the prompt, with their turn; for names without a curated answer, what the turns and the answers
    /// of the prompt themselves say.</summary>
    public static Findings For(string prompt, IReadOnlyCollection<string> wanted)
    {
        var text = new PromptText(prompt);
        if (AnswerBook.Find(prompt, wanted) is not { } answer)
        {
            return new Findings("generic", GenericFindings.From(text, wanted));
        }

        var grounded = answer.Answers.ToDictionary(
            pair => pair.Key,
            pair => (IReadOnlyList<Finding>)[.. pair.Value.Select(text.Ground).OfType<Finding>()]);
        string[] unknown = [.. wanted.Where(name => KeyOf(grounded.Keys, name) is null)];
        if (unknown.Length > 0)
        {
            foreach (var (key, findings) in GenericFindings.From(text, unknown))
            {
                grounded.TryAdd(key, findings);
            }
        }

        return new Findings(answer.Name, grounded);
    }

    /// <returns>The findings of a property, or <see langword="null"/> when its name is that of no element.</returns>
    public IReadOnlyList<Finding>? Of(string property) => KeyOf(byKey.Keys, property) is { } key ? byKey[key] : null;

    /// <summary>The element of a property name: itself, or the longest one it begins with (<c>metrics_quote</c>).</summary>
    public static string? KeyOf(IEnumerable<string> keys, string property)
    {
        var plain = Plain(property);
        return keys.Where(key => plain.StartsWith(Plain(key), StringComparison.Ordinal)).MaxBy(key => key.Length);
    }

    /// <returns>Whether a property has exactly the name of an element.</returns>
    public bool Has(string property) => byKey.Keys.Any(key => Plain(key) == Plain(property));

    public static string Plain(string text) => text.Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
