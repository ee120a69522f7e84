using SalesIntel.Evaluation.Learning.Network;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Learning;

/// <summary>A call with what its sentences score by themselves, when nothing was learned of its author.</summary>
internal sealed class ScoredCall
{
    private readonly IReadOnlyList<ReadTurn> turns;
    private readonly LabelledSentence[][] labelled;

    private ScoredCall(IEnumerable<LabelledSentence> sentences, IReadOnlyList<Learner> learners, SentenceNetwork network)
    {
        var reading = new NetworkReading(network);
        labelled = [.. sentences.GroupBy(one => one.Spoken!.Turn).Select(turn => turn.ToArray())];
        turns = [.. labelled.Select(turn => Read(turn, learners, reading))];
    }

    /// <summary>The calls.</summary>
    /// <param name="sentences">Their sentences.</param>
    /// <param name="learners">Who learned of other authors.</param>
    /// <param name="network">The network that did.</param>
    public static IEnumerable<ScoredCall> Of(IEnumerable<LabelledSentence> sentences, IReadOnlyList<Learner> learners, SentenceNetwork network) =>
        sentences.GroupBy(CallOf).Select(call => new ScoredCall(call, learners, network));

    /// <summary>The call of a sentence.</summary>
    public static string CallOf(LabelledSentence sentence) => sentence.Phrase[..sentence.Phrase.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>The scores of the buyers' sentences that have a label.</summary>
    /// <param name="name">Place of what they are scored for.</param>
    /// <param name="label">The label.</param>
    /// <param name="context">How much what stands around counts; null when it does not.</param>
    public IEnumerable<double> Of(int name, int label, ContextWeights? context)
    {
        var signs = new List<float>();
        foreach (var (turn, index) in Buyers().Where(at => labelled[at.Turn][at.Index].Labels[name] == label))
        {
            if (context?.Knows(name) == true)
            {
                ContextSigns.Of(turns, turn, index, name, signs);
                yield return context.Score(name, signs);
            }
            else
            {
                yield return turns[turn].Sentences[index].Scores[name];
            }
        }
    }

    /// <summary>The signs of the buyers' sentences that are labelled, and whether they speak about it.</summary>
    public IEnumerable<(float[] Signs, bool IsSure)> Signs(int name)
    {
        var signs = new List<float>();
        foreach (var (turn, index) in Buyers())
        {
            if (labelled[turn][index].Labels[name] is not LabelledPhrases.Disputed and not LabelledPhrases.OneOfBag and var label)
            {
                ContextSigns.Of(turns, turn, index, name, signs);
                yield return ([.. signs], label == LabelledPhrases.Sure);
            }
        }
    }

    private static ReadTurn Read(LabelledSentence[] turn, IReadOnlyList<Learner> learners, NetworkReading reading)
    {
        reading.Begin(NetworkSample.WordsBefore(turn[0]));
        return new ReadTurn(
            [.. turn.Select(one => new ReadSentence(
                one.Spoken!, [.. learners.Select(learner => (float)learner.Score(one))],
                one.Spoken!.Side == MeetingSide.Seller ? null : reading.Score(one.Spoken.Words), [], IsAside: false, IsNoAnswer: false))],
            learners.Count);
    }

    private IEnumerable<(int Turn, int Index)> Buyers() => Enumerable.Range(0, turns.Count).Where(turn => !turns[turn].IsSeller)
        .SelectMany(turn => Enumerable.Range(0, labelled[turn].Length).Select(index => (turn, index)));
}
