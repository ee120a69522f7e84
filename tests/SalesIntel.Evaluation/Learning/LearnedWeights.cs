using System.Globalization;
using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Learning;

/// <summary>What was learned, as the rules read it.</summary>
internal sealed class LearnedWeights
{
    // A smaller weight changes no sentence's score by more than a hair.
    private const double LeastWeight = 0.15;

    private readonly List<string> elements = [];
    private readonly List<string> weights = [];
    private readonly IReadOnlyList<string>? context;
    private readonly SentenceNetwork? network;

    /// <summary>Rounds the weights.</summary>
    /// <param name="learners">Who learned, in the order of names.</param>
    /// <param name="thresholds">The score of each from which on a sentence speaks about it.</param>
    /// <param name="cues">The cues.</param>
    /// <param name="names">The names of what was learned.</param>
    /// <param name="context">What was learned about what stands around a sentence; null for nothing.</param>
    /// <param name="network">The network that learned; null for none.</param>
    public LearnedWeights(
        IReadOnlyList<Learner> learners, IReadOnlyList<double> thresholds, CueNumbers cues, IReadOnlyList<string> names,
        IReadOnlyList<string>? context = null, SentenceNetwork? network = null)
    {
        (this.context, this.network) = (context, network);
        for (var i = 0; i < learners.Count; i++)
        {
            elements.Add(string.Create(
                CultureInfo.InvariantCulture, $"{names[i]} {learners[i].Bias:0.00} {thresholds[i]:0.00}"));
        }

        for (var cue = 0; cue < cues.Count; cue++)
        {
            var ofCue = string.Join(' ', learners.Select((learner, i) => Math.Abs(learner.Weights[cue]) >= LeastWeight
                ? $"{i}{learner.Weights[cue].ToString("+0.0;-0.0", CultureInfo.InvariantCulture)}"
                : "").Where(text => text.Length > 0));
            if (ofCue.Length > 0)
            {
                weights.Add($"{$"{cues[cue].Kind} {cues[cue].First} {cues[cue].Second}".TrimEnd()} = {ofCue}");
            }
        }

        weights.Sort(StringComparer.Ordinal);
    }

    /// <summary>How many cues count.</summary>
    public int Count => weights.Count;

    /// <summary>The weights to read with.</summary>
    public SpokenWeights Read() => new(Sections().ToDictionary(section => section.Name, section => section.Lines), network);

    /// <summary>How much cues count, alone.</summary>
    public CueWeights Cues() => new(Sections().ToDictionary(section => section.Name, section => section.Lines));

    /// <summary>Writes the file, and that of the network beside it.</summary>
    public void Write(string file)
    {
        if (network is not null)
        {
            using var stream = File.Create(NetworkOf(file));
            network.Write(stream);
        }

        using var writer = new StreamWriter(file) { NewLine = "\n" };
        writer.WriteLine("# Learned, not written: see README.md.");
        foreach (var (name, lines) in Sections())
        {
            writer.WriteLine($"[{name}]");
            foreach (var line in lines)
            {
                writer.WriteLine(line);
            }
        }
    }

    /// <summary>The file of the network that belongs to a file of weights.</summary>
    public static string NetworkOf(string file) =>
        Path.GetFileName(file) == "weights.txt" ? Path.Combine(Path.GetDirectoryName(file)!, "network.bin") : file + ".network";

    /// <summary>The file of disputes beside a file of weights that is not the source.</summary>
    public static string DisputesOf(string file) => file + ".disputes";

    /// <summary>The file of relations beside a file of weights that is not the source.</summary>
    public static string RelationsOf(string file) => file + ".relations";

    private IEnumerable<(string Name, IReadOnlyList<string> Lines)> Sections() =>
        [("elements", elements), .. context is null ? [] : (ReadOnlySpan<(string, IReadOnlyList<string>)>)[("context", context)], ("weights", weights)];
}
