using System.Collections.Frozen;

namespace SalesIntel.Extraction;

/// <summary>Recognises numbers in sentences, in digits and in words: "four hundred and fifty" is one number.</summary>
/// <param name="words">Words that are numbers.</param>
/// <param name="joints">Words that may stand within a number, or at its beginning.</param>
internal sealed class SpokenNumbers(FrozenSet<string> words, FrozenSet<string> joints)
{
    /// <summary>Where numbers stand: start and end word.</summary>
    public IEnumerable<(int Start, int End)> In(IReadOnlyList<SpokenWord> sentence)
    {
        for (var start = 0; start < sentence.Count;)
        {
            var end = End(sentence, start);
            if (end > start)
            {
                yield return (start, end);
            }

            start = Math.Max(end, start + 1);
        }
    }

    private int End(IReadOnlyList<SpokenWord> sentence, int start)
    {
        var end = start;
        for (var i = start; i < sentence.Count; i++)
        {
            if (IsNumber(sentence[i]))
            {
                end = i + 1;
            }
            else if (!joints.Contains(sentence[i].Text) || i > end || i + 1 == sentence.Count)
            {
                break;
            }
        }

        return end;
    }

    private bool IsNumber(SpokenWord word) => word.IsNumber || words.Contains(word.Text);
}
