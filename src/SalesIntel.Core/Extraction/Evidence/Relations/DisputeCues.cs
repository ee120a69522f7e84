using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The cues that tell whether somebody disputes what a colleague said: his own words, what was said between, what the colleague
/// answers, and what those who sell make of it ("we'll leave both on the board").</summary>
internal static class DisputeCues
{
    /// <summary>A word of whoever disputes, or two in a row.</summary>
    public const char Own = 'o';

    /// <summary>The same of the turns between both.</summary>
    public const char Between = 'm';

    /// <summary>The same of what the colleague answers.</summary>
    public const char Answer = 'a';

    /// <summary>The same of what a seller says next.</summary>
    public const char Seller = 's';

    /// <summary>Something of the exchange as a whole.</summary>
    public const char Whole = 'x';

    /// <summary>So many turns behind a statement is it disputed.</summary>
    public const int MostTurns = 4;

    private const int Reaction = 3;
    private const int MostWords = 60;
    private const int MostCharacters = 600;

    /// <summary>The cues of two turns; none where the colleague lets it pass: what nobody answers is not in dispute.</summary>
    /// <param name="transcript">The turns of the meeting.</param>
    /// <param name="sideOf">The side of a speaker.</param>
    /// <param name="earlier">The index of the turn that states something.</param>
    /// <param name="later">The index of the turn that may dispute it.</param>
    public static IReadOnlyCollection<SentenceCue> Of(
        IReadOnlyList<TranscriptTurn> transcript, Func<string, MeetingSide> sideOf, int earlier, int later)
    {
        int[] next = [.. Enumerable.Range(later + 1, Reaction).Where(i => i < transcript.Count)];
        var answer = Array.FindIndex(
            next, i => sideOf(transcript[i].Speaker) != MeetingSide.Seller && transcript[i].Speaker != transcript[later].Speaker);
        if (answer < 0)
        {
            return [];
        }

        HashSet<SentenceCue> cues = [];
        Add(cues, Own, transcript[later].Text);
        Add(cues, Answer, transcript[next[answer]].Text);
        for (var i = earlier + 1; i < later; i++)
        {
            Add(cues, Between, transcript[i].Text);
        }

        if (Array.Find(next, i => sideOf(transcript[i].Speaker) == MeetingSide.Seller) is > 0 and var seller)
        {
            Add(cues, Seller, transcript[seller].Text);
        }

        cues.Add(new SentenceCue(Whole, later - earlier == 1 ? "at-once" : later - earlier == 2 ? "soon" : "later", ""));
        return cues;
    }

    private static void Add(HashSet<SentenceCue> cues, char kind, string text)
    {
        WordCues.Add(
            cues, kind, SpokenWords.Split(text.Length > MostCharacters ? text[..MostCharacters] : text).Take(MostWords).Select(word => word.Text));
        if (text.Contains('?', StringComparison.Ordinal))
        {
            cues.Add(new SentenceCue(kind, "?", ""));
        }

        cues.Add(new SentenceCue(Whole, kind.ToString(), ""));
    }
}
