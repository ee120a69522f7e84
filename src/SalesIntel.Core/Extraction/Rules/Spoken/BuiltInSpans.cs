namespace SalesIntel.Extraction;

/// <summary>Where a sentence has the concepts that no data file can list: names, firms and numbers.</summary>
internal sealed class BuiltInSpans(SpokenNames names, SpokenNumbers numbers)
{
    private static readonly int Name = SpokenRules.Grammar.Concept("name");
    private static readonly int Firm = SpokenRules.Grammar.Concept("firm");
    private static readonly int Number = SpokenRules.Grammar.Concept("number");
    private static readonly int Ordinal = SpokenRules.Grammar.Concept("number-th");

    /// <summary>Concept, start and end word of each.</summary>
    public IEnumerable<(int Concept, int Start, int End)> In(SpokenSentence sentence)
    {
        foreach (var (start, end, isFirm) in names.In(sentence))
        {
            yield return (Name, start, end);
            if (isFirm)
            {
                yield return (Firm, start, end);
            }
        }

        foreach (var (start, end) in numbers.In(sentence.Words))
        {
            yield return (Number, start, end);
        }

        for (var i = 0; i < sentence.Words.Count; i++)
        {
            if (!sentence.Words[i].IsNumber && char.IsAsciiDigit(sentence.Words[i].Text.FirstOrDefault()))
            {
                yield return (Ordinal, i, i + 1);
            }
        }
    }
}
