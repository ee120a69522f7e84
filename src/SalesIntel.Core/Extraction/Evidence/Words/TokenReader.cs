namespace SalesIntel.Extraction;

/// <summary>Splits a text into tokens.</summary>
internal static class TokenReader
{
    // "l'équipe", "d'un", "qu'il": the small word stands for itself.
    private static readonly FrozenSet<string> Elided = OfAllLanguages("elided");

    // "Helene's", "they'll", "we've": what follows the apostrophe says nothing.
    private static readonly FrozenSet<string> Endings = OfAllLanguages("short endings");

    public static Token[] Read(string text)
    {
        var words = Word.In(text);
        var tokens = new TokenBuffer(words.Count);
        var (sentence, clause, end, isFirst) = (0, 0, 0, true);
        foreach (var word in words)
        {
            if (tokens.Count > 0 && Gap.Of(text, end, word.Start) is not GapKind.None and var gap)
            {
                clause++;
                sentence += gap == GapKind.Sentence ? 1 : 0;
                isFirst = gap == GapKind.Sentence || text.AsSpan(end, word.Start - end).Contains(':');
            }

            Add(ref tokens, text, word, sentence, clause, isFirst);
            (isFirst, end) = (false, word.End);
        }

        return tokens.ToArray();
    }

    /// <summary>The words of a text, folded.</summary>
    public static IEnumerable<string> Words(string text) => Read(text).Select(token => token.Text);

    // As they are written: words are folded by what is read here.
    private static FrozenSet<string> OfAllLanguages(string section) =>
        LanguageData.All.SelectMany(language => language.Items(section)).ToFrozenSet(StringComparer.Ordinal);

    private static void Add(ref TokenBuffer tokens, string text, Word word, int sentence, int clause, bool isFirst)
    {
        var raw = text.AsSpan(word.Start, word.End - word.Start);
        var at = raw.IndexOfAny('\'', '’', 'ʼ');
        if (at > 0 && at + 1 < raw.Length)
        {
            var (before, after) = (Folded(raw[..at]), Folded(raw[(at + 1)..]));
            if (after == "t" && before.EndsWith('n'))
            {
                tokens.Add(new Token("not", word.Start, word.End, sentence, clause, false, false, isFirst));
                return;
            }

            if (Elided.Contains(before))
            {
                tokens.Add(Make(before, text, word.Start, word.Start + at, sentence, clause, isFirst));
                tokens.Add(Make(after, text, word.Start + at + 1, word.End, sentence, clause, false));
                return;
            }

            if (Endings.Contains(after))
            {
                tokens.Add(Make(before, text, word.Start, word.Start + at, sentence, clause, isFirst));
                return;
            }
        }

        tokens.Add(Make(word.Text, text, word.Start, word.End, sentence, clause, isFirst));
    }

    private static Token Make(string folded, string text, int start, int end, int sentence, int clause, bool isFirst)
    {
        var raw = text.AsSpan(start, end - start);
        var capitals = 0;
        foreach (var c in raw)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
        }

        var isCapital = char.IsUpper(raw[0]);
        return new Token(folded, start, end, sentence, clause, isCapital, capitals >= 2 || (capitals == 1 && !isCapital), isFirst);
    }

    private static string Folded(ReadOnlySpan<char> raw) => string.Concat(Word.Split(raw.ToString()).Select(word => word.Text));

    // Nearly every text has a token for each word: then the array is not copied.
    private struct TokenBuffer(int words)
    {
        private Token[] tokens = words == 0 ? [] : new Token[words];

        public int Count { get; private set; }

        public void Add(Token token)
        {
            if (Count == tokens.Length)
            {
                Array.Resize(ref tokens, (2 * Count) + 1);
            }

            tokens[Count++] = token;
        }

        public readonly Token[] ToArray() => Count == tokens.Length ? tokens : tokens[..Count];
    }

    private enum GapKind
    {
        None,
        Clause,
        Sentence,
    }

    private static class Gap
    {
        // A full stop between two digits, or after a single letter or a number, ends no sentence for sure; the next word's capital tells.
        public static GapKind Of(string text, int end, int start)
        {
            var kind = GapKind.None;
            for (var i = end; i < start; i++)
            {
                switch (text[i])
                {
                    case '?' or '!' or '\n' or '\u2026' or '。' or '？' or '！':
                        return GapKind.Sentence;
                    case '.' when i + 1 < start && !IsAbbreviation(text, end, start):
                        return GapKind.Sentence;
                    case ',' when i + 1 == start && char.IsAsciiDigit(text[end - 1]) && char.IsAsciiDigit(text[start]):
                        break;
                    case ',' or ';' or ':' or '(' or ')' or '—' or '–' or '、' or '，':
                        kind = GapKind.Clause;
                        break;
                }
            }

            return kind;
        }

        private static bool IsAbbreviation(string text, int end, int start) =>
            char.IsLower(text[start]) || (char.IsUpper(text[end - 1]) && (end == 1 || !char.IsLetterOrDigit(text[end - 2])));
    }
}
