namespace SalesIntel.Simulator;

/// <summary>A piece of a COQL query.</summary>
/// <param name="Text">The word or sign as written, or the value of a quoted string.</param>
/// <param name="IsString">Whether it was quoted.</param>
internal sealed record CoqlToken(string Text, bool IsString)
{
    public bool Is(string word) => !IsString && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    /// <returns>The pieces, or <see langword="null"/> when a string is not closed.</returns>
    public static List<CoqlToken>? Split(string query)
    {
        var tokens = new List<CoqlToken>();
        for (var at = 0; at < query.Length;)
        {
            var letter = query[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
            }
            else if (letter == '\'')
            {
                var value = new System.Text.StringBuilder();
                for (at++; at < query.Length && (query[at] != '\'' || (at + 1 < query.Length && query[at + 1] == '\'')); at++)
                {
                    // A quote within the quotes is doubled.
                    at += query[at] == '\'' ? 1 : 0;

                    value.Append(query[at]);
                }

                if (at++ >= query.Length)
                {
                    return null;
                }

                tokens.Add(new CoqlToken(value.ToString(), IsString: true));
            }
            else
            {
                var start = at++;
                if (char.IsLetterOrDigit(letter) || letter == '_')
                {
                    while (at < query.Length && (char.IsLetterOrDigit(query[at]) || query[at] is '_' or '.' or '$'))
                    {
                        at++;
                    }
                }
                else if (letter is '!' or '<' or '>' && at < query.Length && query[at] == '=')
                {
                    at++;
                }

                tokens.Add(new CoqlToken(query[start..at], IsString: false));
            }
        }

        return tokens;
    }
}
