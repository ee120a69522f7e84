using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Selling;

/// <summary>A conversation of which it is known whether something is sold in it.</summary>
/// <param name="source">Where it is from: an author, a publisher.</param>
/// <param name="kind">What is counted together.</param>
/// <param name="isSale">True when something is sold.</param>
/// <param name="sentences">Its sentences with their cues.</param>
internal sealed class SaleDocument(
    string source, string kind, bool isSale, IReadOnlyList<(SpokenSentence Sentence, SentenceCue[] Cues)> sentences)
{
    // A stretch of a long conversation is a conversation, too: most calls are short.
    private const int Stretch = 60;
    private const int MostStretches = 6;

    /// <summary>Where it is from.</summary>
    public string Source => source;

    /// <summary>What is counted together.</summary>
    public string Kind => kind;

    /// <summary>True when something is sold.</summary>
    public bool IsSale => isSale;

    /// <summary>Reads the sentences of a case.</summary>
    public static SaleDocument Of(EvaluationCase one, string source, string kind)
    {
        var meeting = Conversation.Of(Documents.Of(one));
        var reading = new MeetingSentences(meeting, new TeamOptions { InternalDomains = one.SellerDomains }, CancellationToken.None);
        List<(SpokenSentence, SentenceCue[])> sentences = [];
        foreach (var sentence in reading.Turns.SelectMany(turn => turn))
        {
            reading.Read(sentence);
            if (sentence.Words.Count >= SalesFeatures.FewestWords)
            {
                sentences.Add((sentence, [.. reading.Cues.Where(cue => cue.Kind is SentenceCues.Stem or SentenceCues.Concept)]));
            }
        }

        return new SaleDocument(source, kind, one.Class != CaseClass.Negative, sentences);
    }

    /// <summary>The features of the whole.</summary>
    public SalesFeatures Whole() => Features(sentences, areSidesKnown: true);

    /// <summary>What is learned from it: the whole and stretches of it, as said by people whose sides are known and by people of whom nothing
    /// is known; all together count for one.</summary>
    public IEnumerable<(SalesFeatures Features, double Share)> Pieces()
    {
        List<IReadOnlyList<(SpokenSentence, SentenceCue[])>> pieces = [sentences];
        if (sentences.Count > Stretch)
        {
            pieces.AddRange(sentences.Chunk(Stretch).Where(stretch => stretch.Length >= Stretch / 2).Take(MostStretches));
        }

        foreach (var piece in pieces)
        {
            yield return (Features(piece, areSidesKnown: true), 0.7 / pieces.Count);
            yield return (Features(piece, areSidesKnown: false), 0.3 / pieces.Count);
        }
    }

    private static SalesFeatures Features(IEnumerable<(SpokenSentence Sentence, SentenceCue[] Cues)> sentences, bool areSidesKnown)
    {
        var features = new SalesFeatures();
        foreach (var (sentence, cues) in sentences)
        {
            features.Add(sentence, cues, areSidesKnown && sentence.Side == MeetingSide.Seller);
        }

        return features;
    }
}
