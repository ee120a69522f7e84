namespace SalesIntel.Extraction;

/// <summary>Finds the parts of a whole that a text names: "half", "two thirds", "one in forty", "eight out of ten", "every third".</summary>
internal static class ShareReader
{
    private const int MostBetween = 1;

    private static readonly FrozenDictionary<string, double> Parts = DataFile.Pairs(AnyLanguage.Shared["parts"])
        .SelectMany(pair => TokenReader.Words(pair.Value).Select(word => KeyValuePair.Create(word, double.Parse(pair.Key, CultureInfo.InvariantCulture))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OutOf = AnyLanguage.SharedWords("out of");
    private static readonly FrozenSet<string> Each = AnyLanguage.SharedWords("each");

    /// <summary>True for a word that means a quarter.</summary>
    public static bool IsQuarter(string word) => Parts.TryGetValue(word, out var parts) && parts == 4;

    /// <summary>The parts as percentages, with their first and last token.</summary>
    public static IReadOnlyList<(double Percent, int First, int Last)> Read(ReadText text)
    {
        List<(double, int, int)> found = [];
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var (word, from) = (text.Tokens[i].Text, text.Quantities.FirstOrDefault(number => number.First == i + 1));
            if (Parts.TryGetValue(word, out var parts))
            {
                var count = Before(i, 0);
                found.Add((100 * (count?.Values[0] ?? 1) / parts, count?.First ?? i, i));
            }
            else if (from is not null && OutOf.Contains(word) && Before(i, MostBetween) is { Unit: not "%" } some && some.Values[0] < from.Values[0])
            {
                found.Add((100 * some.Values[0] / from.Values[0], some.First, from.Last));
            }
            else if (from is { Values: [>= 2 and var each] } && Each.Contains(word))
            {
                found.Add((100 / each, i, from.Last));
            }
        }

        return found;

        Quantity? Before(int at, int between) => text.Quantities.FirstOrDefault(number => number.Last < at && number.Last >= at - 1 - between
            && text.Tokens[number.Last].Clause == text.Tokens[at].Clause);
    }

    /// <summary>True when a percentage is as much, perhaps rounded: 33 % of a third, 66 or 67 % of two thirds.</summary>
    public static bool Is(double percent, double share) => Math.Abs(percent - share) < 0.05 || percent == Math.Floor(share) || percent == Math.Round(share);
}
