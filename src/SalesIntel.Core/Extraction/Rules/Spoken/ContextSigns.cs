namespace SalesIntel.Extraction;

/// <summary>What tells besides a sentence's own cues whether it speaks about an element: how much the same sentence speaks for the other
/// elements, how much the sentences beside it and the turns around it speak for this one, and its shape. Who tells a story of what goes wrong does so
/// in several sentences, none of which says enough by itself; and a question asks for what comes next.</summary>
internal static class ContextSigns
{
    private const float Least = -9;
    private const float Most = 12;

    // Speaking for something counts otherwise from here on: lines with a bend, which one weight more describes.
    private const float BendOfOthers = -3;
    private const float BendOfNeighbours = -4;
    private const int FewWords = 4;
    private const int LateSentence = 3;
    private static readonly float[] Bends = [-6, -4, -3, -2, -1, 0];
    private static readonly int[] TurnsAround = [-1, -2, 1, 2];

    /// <summary>The names of the signs, in their order.</summary>
    /// <param name="names">The names of the scores.</param>
    public static IReadOnlyList<string> Names(int names) =>
    [
        "own", .. Bends.Select(bend => $"own>{bend:0}"),
        .. Enumerable.Range(1, names - 1).SelectMany(other => (string[])[$"other{other}", $"other{other}>"]),
        "next", "next>", "before", "before>",
        .. TurnsAround.SelectMany(turn => (string[])[$"buyers{turn:+0;-0}", $"buyers{turn:+0;-0}>", $"sellers{turn:+0;-0}", $"sellers{turn:+0;-0}>"]),
        "network", .. Bends.Select(bend => $"network>{bend:0}"),
        .. Enumerable.Range(1, names - 1).SelectMany(other => (string[])[$"network-other{other}", $"network-other{other}>"]),
        "network-next", "network-next>", "network-before", "network-before>",
        "first", "second", "late", "words", "few", "question",
    ];

    /// <summary>The signs of a sentence for an element.</summary>
    /// <param name="turns">All sentences by turn.</param>
    /// <param name="turn">Place of its turn.</param>
    /// <param name="index">Its place there.</param>
    /// <param name="element">Place of the element among the scores.</param>
    /// <param name="signs">Gets them, in the order of <see cref="Names"/>.</param>
    public static void Of(IReadOnlyList<ReadTurn> turns, int turn, int index, int element, List<float> signs)
    {
        signs.Clear();
        var sentences = turns[turn].Sentences;
        var sentence = sentences[index];
        AddOwn(sentence.Scores);
        Add(index + 1 < sentences.Count ? Bounded(sentences[index + 1].Scores[element]) : Least, BendOfNeighbours);
        Add(index > 0 ? Bounded(sentences[index - 1].Scores[element]) : Least, BendOfNeighbours);
        foreach (var around in TurnsAround)
        {
            Add(MostOf(turns, turn + around, element, isSeller: false), BendOfNeighbours);
            Add(MostOf(turns, turn + around, element, isSeller: true), BendOfNeighbours);
        }

        AddOwn(sentence.Network!);
        Add(index + 1 < sentences.Count ? Bounded(sentences[index + 1].Network![element]) : Least, BendOfNeighbours);
        Add(index > 0 ? Bounded(sentences[index - 1].Network![element]) : Least, BendOfNeighbours);
        var words = sentence.Sentence.Words.Count;
        signs.Add(index == 0 ? 1 : 0);
        signs.Add(index == 1 ? 1 : 0);
        signs.Add(index >= LateSentence ? 1 : 0);
        signs.Add(MathF.Log(1 + words));
        signs.Add(words < FewWords ? 1 : 0);
        signs.Add(sentence.Sentence.IsQuestion ? 1 : 0);

        void AddOwn(float[] scores)
        {
            var own = Bounded(scores[element]);
            signs.Add(own);
            foreach (var bend in Bends)
            {
                signs.Add(Math.Max(0, own - bend));
            }

            // The elements behind this one come first, those before it last.
            for (var i = 1; i < scores.Length; i++)
            {
                Add(Bounded(scores[(element + i) % scores.Length]), BendOfOthers);
            }
        }

        void Add(float score, float bend)
        {
            signs.Add(score);
            signs.Add(Math.Max(0, score - bend));
        }
    }

    private static float MostOf(IReadOnlyList<ReadTurn> turns, int turn, int element, bool isSeller) =>
        turn >= 0 && turn < turns.Count && turns[turn].IsSeller == isSeller ? Bounded(turns[turn].MostOf(element)) : Least;

    private static float Bounded(float score) => Math.Clamp(score, Least, Most);
}
