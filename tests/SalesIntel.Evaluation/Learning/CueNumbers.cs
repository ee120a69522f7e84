using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>Numbers cues, so that what is learned of them stands in arrays.</summary>
internal sealed class CueNumbers
{
    private readonly Dictionary<SentenceCue, int> numbers = [];
    private readonly List<SentenceCue> cues = [];

    /// <summary>How many cues are known.</summary>
    public int Count => cues.Count;

    /// <summary>The cue of a number.</summary>
    public SentenceCue this[int number] => cues[number];

    /// <summary>The numbers of cues, in ascending order.</summary>
    public int[] Of(IReadOnlyCollection<SentenceCue> ofSentence)
    {
        var read = new int[ofSentence.Count];
        var at = 0;
        foreach (var cue in ofSentence)
        {
            if (!numbers.TryGetValue(cue, out var number))
            {
                numbers[cue] = number = cues.Count;
                cues.Add(cue);
            }

            read[at++] = number;
        }

        Array.Sort(read);
        return read;
    }
}
