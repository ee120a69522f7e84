using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Leaves out rare cues.</summary>
internal static class FrequentCues
{
    // A cue of fewer phrases says more about these than about an element, one of a single author more about him.
    private const int FewestPhrases = 3;
    private const int FewestAuthors = 2;

    /// <summary>The sentences with the cues that are left.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="cues">How many cues there are.</param>
    /// <param name="fewestAuthors">With how many authors a cue that is left occurs.</param>
    public static LabelledSentence[] Of(LabelledSentence[] sentences, int cues, int fewestAuthors = FewestAuthors)
    {
        var phrases = new int[cues];
        var authors = new int[cues];
        var lastPhrase = new string?[cues];
        var lastAuthor = new string?[cues];
        foreach (var phrase in sentences.GroupBy(one => (one.Author, one.Phrase)))
        {
            foreach (var cue in phrase.SelectMany(one => one.Cues))
            {
                if (lastPhrase[cue] != phrase.Key.Phrase || lastAuthor[cue] != phrase.Key.Author)
                {
                    phrases[cue]++;
                    authors[cue] += lastAuthor[cue] == phrase.Key.Author ? 0 : 1;
                    (lastPhrase[cue], lastAuthor[cue]) = (phrase.Key.Phrase, phrase.Key.Author);
                }
            }
        }

        return
        [
            .. sentences.Select(one => one with
            {
                Cues = [.. one.Cues.Where(cue => phrases[cue] >= FewestPhrases && authors[cue] >= fewestAuthors)],
            }),
        ];
    }
}
