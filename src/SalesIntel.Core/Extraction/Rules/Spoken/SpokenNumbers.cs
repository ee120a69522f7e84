using System.Collections.Concurrent;

namespace SalesIntel.Extraction;

/// <summary>Recognises numbers in sentences, in digits and in words: "four hundred and fifty" is one number. "One" alone is none.</summary>
/// <param name="language">The language in which people count, besides English.</param>
internal sealed class SpokenNumbers(LanguageWords language)
{
    private const int LeastWord = 2;

    private static readonly ConcurrentDictionary<LanguageWords, FrozenSet<string>> Known = new();

    private readonly FrozenSet<string> words = Known.GetOrAdd(language, static known =>
        LanguageWords.All.Take(1).Append(known).SelectMany(one => one.Numbers)
            .Where(number => number.Value is >= LeastWord or (> 0 and < 1)).Select(number => number.Key)
            .Where(word => !SpokenRules.Ordinals.Contains(word)).ToFrozenSet(StringComparer.Ordinal));

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
            else if (!SpokenRules.NumberJoints.Contains(sentence[i].Text) || i > end || i + 1 == sentence.Count)
            {
                break;
            }
        }

        return end;
    }

    private bool IsNumber(SpokenWord word) => word.IsNumber || words.Contains(word.Text);
}
