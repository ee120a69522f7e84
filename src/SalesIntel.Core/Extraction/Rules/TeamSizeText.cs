namespace SalesIntel.Extraction;

/// <summary>The number of people in an answer, as a number or a range: "51-200", "about 40 people", "between 20 and 30".</summary>
internal static class TeamSizeText
{
    private const int LongestAnswer = 300;
    private const int LongestWords = 40;
    private const int MostWordsOfCount = 6;

    private static readonly PhraseGrammar Grammar = FormTopics.Phrases;
    private static readonly int Staff = Grammar.Concept("staff");
    private static readonly int Users = Grammar.Concept("users");
    private static readonly int Things = Grammar.Concept("things");

    // Making one takes longer than reading an answer with it.
    private static SentenceMatch? spare;

    /// <summary>The number or range, as it was written; the words where they tell a size without a number; empty where they tell
    /// none.</summary>
    public static string Of(string text)
    {
        var line = TextCleaner.Line(text, LongestAnswer);
        var words = SpokenWords.Split(line);
        var numbers = Numbers(line, words).ToList();
        if (numbers.Count == 0)
        {
            return line.Length <= LongestWords ? line : "";
        }

        // "120 people, 15 of whom would use it, at 3 sites": the number that stands before people; else the first that stands before
        // nothing else.
        var match = Interlocked.Exchange(ref spare, null) ?? new SentenceMatch(Grammar);
        match.Read(words, []);
        var staff = match.Spans(Staff).ToList();
        var things = match.Spans(Things).ToList();
        spare = match;
        var free = numbers.FindAll(number => !things.Exists(span => IsNear(number, span)));
        var ofPeople = numbers.Find(number => staff.Exists(span => IsNear(number, span)));

        // "12 full-time, 30 seasonal": which of them is the size is not told, and so the words are the value.
        if (ofPeople is null && free.Count > 1 && line.Length <= LongestWords)
        {
            return line;
        }

        var chosen = ofPeople ?? (free.Count > 0 ? free[0] : null);
        return chosen is null ? "" : line[words[chosen.Start].Start..words[chosen.End - 1].End] is var written
            ? $"{Before(line, words[chosen.Start].Start)}{written}{After(line, words[chosen.End - 1].End)}" : "";
    }

    /// <summary>True for a text that is nothing but a number of people: "40", "20-30 employees", "team of 12".</summary>
    public static bool IsCount(string text)
    {
        var words = SpokenWords.Split(text);
        if (words.Count is 0 or > MostWordsOfCount || !words.Exists(word => word.IsNumber))
        {
            return false;
        }

        var match = new SentenceMatch(Grammar);
        match.Read(words, []);
        return words.TrueForAll(word => word.IsNumber) || words[0].Text == "team"
            || match.Spans(Staff).Concat(match.Spans(Users)).Any();
    }

    private static bool IsNear(Range number, (int Start, int End) span) => span.Start >= number.End && span.Start <= number.End + 2;

    // "20-30", "20 to 30", "between 20 and 30": one range.
    private static IEnumerable<Range> Numbers(string line, List<SpokenWord> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsNumber)
            {
                continue;
            }

            var end = i + 1;
            if (end < words.Count && words[end].IsNumber && line[words[i].End..words[end].Start].Trim() is "-" or "–" or "—" or "/" or "~")
            {
                end++;
            }
            else if (end + 1 < words.Count && words[end + 1].IsNumber
                && RuleWords.PeopleRange.Contains(words[end].Text))
            {
                end += 2;
            }

            yield return new Range(i, end);
            i = end - 1;
        }
    }

    private static string Before(string line, int start) => start > 0 && line[start - 1] is '>' or '<' ? line[start - 1].ToString() : "";

    private static string After(string line, int end) => end < line.Length && line[end] == '+' ? "+" : "";

    private sealed record Range(int Start, int End);
}
