namespace SalesIntel.Extraction;

/// <summary>Compares words regardless of their endings, without knowing a language: "approve", "approved" and "approval" are one.</summary>
internal static class Stems
{
    /// <summary>Letters of a word that another one may end with.</summary>
    public const int LeastPart = 5;

    private const int LeastShared = 4;
    private const double LeastShare = 0.65;
    private static readonly string[] Endings = ["ings", "ing", "ies", "ied", "ed", "es", "en", "er", "e", "s", "n", "a", "o"];

    /// <summary>The word without a common ending.</summary>
    public static string Of(string word) => word[..LengthOf(word)];

    /// <summary>True when two folded words are forms of one, or one is a part of the other as in "Budgetfreigabe".</summary>
    public static bool AreSame(string left, string right)
    {
        if (left == right)
        {
            return true;
        }

        var (shorter, longer) = left.Length <= right.Length ? (left, right) : (right, left);
        if (shorter.Length < 3)
        {
            return false;
        }

        // A stem has two letters at least.
        var shared = shorter.AsSpan().CommonPrefixLength(longer);
        if (shared < 2)
        {
            return IsPart(shorter, longer);
        }

        var (stem, other) = (LengthOf(shorter), LengthOf(longer));
        return (stem == other && shared >= stem)
            || IsPart(shorter, longer)
            || (shared >= LeastShared && (shared == shorter.Length || shared >= LeastShare * Math.Max(stem, other)));
    }

    private static bool IsPart(string shorter, string longer) =>
        shorter.Length >= LeastPart && longer.EndsWith(shorter, StringComparison.Ordinal);

    private static int LengthOf(string word)
    {
        if (word.Length > 2 && word[^1] is 's' or 'g' or 'd' or 'n' or 'r' or 'e' or 'a' or 'o')
        {
            foreach (var ending in Endings)
            {
                if (word.Length - ending.Length >= (ending is "ing" or "e" ? 2 : 3) && word.EndsWith(ending, StringComparison.Ordinal))
                {
                    return word.Length - ending.Length;
                }
            }
        }

        return word.Length;
    }
}
