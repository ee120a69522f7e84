using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Recognises names in sentences: of persons and of firms and products, which look alike unless somebody who takes part has the
/// name.</summary>
internal sealed class SpokenNames
{
    private const int LongestName = 3;

    private readonly FrozenSet<string> noNames;
    private readonly HashSet<string> inSentences = new(StringComparer.Ordinal);
    private readonly HashSet<string> small = new(StringComparer.Ordinal);
    private readonly HashSet<string> persons = new(StringComparer.Ordinal);
    private readonly HashSet<string> people = new(StringComparer.Ordinal);
    private readonly bool isTelling;

    /// <param name="meeting">The meeting; who takes part in it.</param>
    /// <param name="sentences">All that was said.</param>
    /// <param name="noNames">Words that are written with a capital letter without being names.</param>
    public SpokenNames(Meeting meeting, IEnumerable<SpokenSentence> sentences, FrozenSet<string> noNames)
    {
        this.noNames = noNames;
        foreach (var name in meeting.Attendees.Select(person => person.Name)
            .Concat(meeting.Transcript.Select(turn => turn.Speaker).Distinct(StringComparer.Ordinal)))
        {
            people.UnionWith(SpokenWords.Split(TextCleaner.Line(name)).Select(word => word.Text));
        }

        var (capitals, all) = (0, 0);
        foreach (var sentence in sentences)
        {
            for (var i = 0; i < sentence.Words.Count; i++)
            {
                if (!sentence.Words[i].IsCapital)
                {
                    small.Add(sentence.Words[i].Text);
                }
                else if (i + 1 < sentence.Words.Count && SpokenRules.PersonVerbs.Contains(sentence.Words[i + 1].Text))
                {
                    persons.Add(sentence.Words[i].Text);
                }

                if (i == 0)
                {
                    continue;
                }

                all++;
                if (sentence.Words[i].IsCapital && !noNames.Contains(sentence.Words[i].Text))
                {
                    capitals++;
                    inSentences.Add(sentence.Words[i].Text);
                }
            }
        }

        // German nouns have capitals, some recorders write none or nothing else.
        isTelling = capitals * 5 < all;
    }

    /// <summary>Where names stand in a sentence: start and end word, and whether no person is called so.</summary>
    public IEnumerable<(int Start, int End, bool IsFirm)> In(SpokenSentence sentence)
    {
        for (var start = 0; start < sentence.Words.Count; start++)
        {
            var most = Math.Min(sentence.Words.Count, start + LongestName);
            for (var end = start + 1; end <= most && IsName(sentence.Words[end - 1], end - 1); end++)
            {
                yield return (start, end, !IsPerson(sentence.Words[start].Text) && !IsPerson(sentence.Words[end - 1].Text));
            }
        }
    }

    // Whoever takes part, and whoever is said to sign, to think or to have left.
    private bool IsPerson(string word) => people.Contains(word) || persons.Contains(word);

    private bool IsName(SpokenWord word, int index) =>
        people.Contains(word.Text) && (word.IsCapital || !isTelling) && word.Text.Length > 1
        || (isTelling && word.IsCapital && word.Text.Length > 1 && !noNames.Contains(word.Text)
            && (index > 0 || inSentences.Contains(word.Text) || IsNoOpener(word.Text)));

    // "Victor controls the purse strings": a first word that no phrase has, that nobody writes small and that has no ending of adverbs.
    private bool IsNoOpener(string word) => !small.Contains(word) && SpokenRules.Grammar.Word(word) < 0
        && !RuleWords.NoNameEndings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));
}
