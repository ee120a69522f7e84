namespace SalesIntel.Text;

/// <summary>Writes out a pattern of a word list: <c>(a|b|)</c> stands for one of its parts, also within another, and <c>x?</c> for the
/// character before it or nothing.</summary>
internal static class PhrasePattern
{
    /// <summary>All phrases that a pattern stands for.</summary>
    /// <exception cref="FormatException">A parenthesis is not closed, or none was opened.</exception>
    public static IReadOnlyList<string> Expand(string pattern)
    {
        var at = 0;
        var phrases = Alternatives(pattern, ref at);
        return at == pattern.Length ? phrases : throw new FormatException($"In the pattern '{pattern}' a parenthesis was not opened.");
    }

    private static List<string> Alternatives(string pattern, ref int at)
    {
        var all = Sequence(pattern, ref at);
        while (at < pattern.Length && pattern[at] == '|')
        {
            at++;
            all.AddRange(Sequence(pattern, ref at));
        }

        return all;
    }

    private static List<string> Sequence(string pattern, ref int at)
    {
        List<string> all = [""];
        while (at < pattern.Length && pattern[at] is not ('|' or ')'))
        {
            List<string> next = [pattern[at].ToString()];
            if (pattern[at] == '(')
            {
                at++;
                next = Alternatives(pattern, ref at);
                if (at == pattern.Length)
                {
                    throw new FormatException($"In the pattern '{pattern}' a parenthesis is not closed.");
                }
            }

            at++;
            if (at < pattern.Length && pattern[at] == '?')
            {
                at++;
                next.Add("");
            }

            all = [.. all.SelectMany(start => next.Select(end => start + end))];
        }

        return all;
    }
}
