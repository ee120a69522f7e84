using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The names that a completion may have, however a model writes them: <c>economicBuyer</c>, <c>Economic Buyer</c> and
/// <c>economic-buyer</c> are <c>economic_buyer</c>. For one reader at a time.</summary>
internal sealed class CompletionNames
{
    /// <summary>Longest name that is looked for in a damaged text.</summary>
    public const int Longest = 120;

    private const int MostSeen = 10_000;

    private static readonly HashSet<string> Items = new(
        [CompletionKeys.Element, CompletionKeys.Question, CompletionKeys.ClaimQuote, CompletionKeys.ClaimTurn, CompletionKeys.ClaimText, "value"],
        StringComparer.Ordinal);

    private readonly Dictionary<string, string> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string? Own, string? OfItem)> seen = new(StringComparer.Ordinal);

    /// <param name="asked">What is asked for.</param>
    /// <param name="also">What is read too when it comes.</param>
    public CompletionNames(IEnumerable<string> asked, IEnumerable<string>? also = null)
    {
        Asked = [.. asked];
        foreach (var name in Asked.Concat(also ?? []))
        {
            var letters = new char[name.Length];
            known.TryAdd(new string(letters, 0, Fold(name, letters)), name);
        }
    }

    /// <summary>What is asked for.</summary>
    public IReadOnlyList<string> Asked { get; }

    /// <summary>The name that is meant; null when none of ours is.</summary>
    public string? Of(string written) => Find(written).Own;

    /// <summary>True for a name of ours, of the completion itself or of an item of its list.</summary>
    public bool IsKnown(string written) => Of(written) is not null || IsOfItem(written);

    /// <summary>True for a name that an item of the list has and the completion itself has not.</summary>
    public bool IsOfItem(string written) => Find(written).OfItem is not null;

    /// <summary>The name of a member of an item as we write it.</summary>
    public string OfItem(string written) => Find(written).OfItem ?? written;

    private (string? Own, string? OfItem) Find(string written)
    {
        if (written.Length > Longest)
        {
            return default;
        }

        if (seen.TryGetValue(written, out var found))
        {
            return found;
        }

        Span<char> letters = stackalloc char[Longest];
        var folded = letters[..Fold(written, letters)];
        found = known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var own) ? (own, null)
            : (null, Items.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded, out var item) ? item : null);
        if (seen.Count < MostSeen)
        {
            seen[written] = found;
        }

        return found;
    }

    // Its letters and digits, small; how many they are.
    private static int Fold(string name, Span<char> letters)
    {
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters[length++] = char.ToLowerInvariant(c);
            }
        }

        return length;
    }
}
