namespace SalesIntel.Extraction;

/// <summary>Compares words regardless of their endings, without knowing a language: "approve", "approved" and "approval" are one.</summary>
internal static class Stems
{
    private const int LeastShared = 4;
    private const double LeastShare = 0.65;
    private const int LeastPart = 5;

    private static readonly string[] Endings = ["ings", "ing", "ies", "ied", "ed", "es", "en", "er", "e", "s", "n", "a", "o"];

    /// <summary>The word without a common ending.</summary>
    public static string Of(string word)
    {
        if (word.Length > 2)
        {
            foreach (var ending in Endings)
            {
                if (word.Length - ending.Length >= (ending is "ing" or "e" ? 2 : 3) && word.EndsWith(ending, StringComparison.Ordinal))
                {
                    return word[..^ending.Length];
                }
            }
        }

        return word;
    }

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

        if (Of(shorter) == Of(longer))
        {
            return true;
        }

        if (shorter.Length >= LeastPart && longer.EndsWith(shorter, StringComparison.Ordinal))
        {
            return true;
        }

        var shared = 0;
        while (shared < shorter.Length && shorter[shared] == longer[shared])
        {
            shared++;
        }

        return shared >= LeastShared && (shared == shorter.Length
            || shared >= LeastShare * Math.Max(Of(shorter).Length, Of(longer).Length));
    }
}
