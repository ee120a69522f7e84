namespace SalesIntel.Text;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class NearestName
{
    // One slip in so many letters, and one in any name: what differs more is another word.
    private const int LettersPerSlip = 3;

    /// <summary>The known name that is most like another: one that it is a part of, its beginning first, else by the number of letters that
    /// are changed, missing, surplus or exchanged with their neighbour; case does not count.</summary>
    /// <param name="name">The name as it was written.</param>
    /// <param name="known">The names that exist.</param>
    /// <returns>Null when none is so much like it that it can have been meant.</returns>
    public static string? Of(string name, IEnumerable<string> known) =>
        known.Where(one => IsPart(name, one) || IsSlipOf(name, one))
            .MinBy(one => (!one.StartsWith(name, StringComparison.OrdinalIgnoreCase), Distance(one, name)));

    /// <summary>The known name that another is a slip of the finger for.</summary>
    /// <param name="name">The name as it was written.</param>
    /// <param name="known">The names that exist.</param>
    /// <returns>Null when it is none.</returns>
    public static string? OfSlip(string name, IEnumerable<string> known) =>
        known.Where(one => IsSlipOf(name, one)).MinBy(one => Distance(one, name));

    /// <summary>The question that follows a sentence about an unknown name, with a space before it.</summary>
    /// <param name="name">The name as it was written.</param>
    /// <param name="known">The names that exist.</param>
    /// <param name="quote">Stands before and after the known name.</param>
    /// <returns>Empty when no known name can have been meant.</returns>
    public static string Question(string name, IEnumerable<string> known, string quote = "") =>
        Of(name, known) is { } nearest ? $" Did you mean {quote}{nearest}{quote}?" : "";

    private static bool IsPart(string name, string known) => name.Length > 1 && known.Contains(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsSlipOf(string name, string known) =>
        Distance(known, name) <= Math.Max(1, Math.Min(name.Length, known.Length) / LettersPerSlip);

    private static int Distance(string left, string right)
    {
        int[] before = [], above = [.. Enumerable.Range(0, right.Length + 1)];
        for (var i = 0; i < left.Length; i++)
        {
            var row = new int[right.Length + 1];
            row[0] = i + 1;
            for (var j = 0; j < right.Length; j++)
            {
                var changed = above[j] + (IsSame(left[i], right[j]) ? 0 : 1);
                row[j + 1] = Math.Min(changed, Math.Min(row[j], above[j + 1]) + 1);
                if (i > 0 && j > 0 && IsSame(left[i], right[j - 1]) && IsSame(left[i - 1], right[j]))
                {
                    row[j + 1] = Math.Min(row[j + 1], before[j - 1] + 1);
                }
            }

            (before, above) = (above, row);
        }

        return above[^1];
    }

    private static bool IsSame(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
