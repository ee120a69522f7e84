using System.Text.Json;
using SalesIntel.Evaluation.Cases;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>The numbers of before, committed beside the project: by run (<c>rules/test</c>), then by name.</summary>
internal sealed class Baseline
{
    // Half a point: what one case more or less makes in a small group is no loss.
    private const double Tolerance = 0.005;

    private readonly string path;
    private readonly SortedDictionary<string, SortedDictionary<string, double>> runs;

    private Baseline(string path, SortedDictionary<string, SortedDictionary<string, double>> runs) => (this.path, this.runs) = (path, runs);

    /// <summary>Reads the file; one that is not there is empty.</summary>
    public static Baseline Open(string path) => new(path, File.Exists(path)
        ? JsonSerializer.Deserialize(File.ReadAllBytes(path), EvaluationJsonContext.Default.BaselineRuns)!
        : new SortedDictionary<string, SortedDictionary<string, double>>(StringComparer.Ordinal));

    /// <summary>What is worse than before, a sentence each; null when nothing is known of the run.</summary>
    public IReadOnlyList<string>? Losses(string run, Metrics metrics)
    {
        if (!runs.TryGetValue(run, out var before))
        {
            return null;
        }

        var now = metrics.Values.ToDictionary();
        return
        [
            .. before.Where(known => Metrics.IsCompared(known.Key) && IsWorse(known.Key, known.Value, now))
                .Select(known => $"{known.Key}: {Metrics.Text(known.Key, known.Value)} before, "
                    + (now.TryGetValue(known.Key, out var value) ? $"{Metrics.Text(known.Key, value)} now" : "not measured now")),
        ];
    }

    /// <summary>Takes the numbers of a run as those to compare with, and writes the file.</summary>
    public void Update(string run, Metrics metrics)
    {
        runs[run] = new SortedDictionary<string, double>(metrics.Values.ToDictionary(), StringComparer.Ordinal);
        File.WriteAllText(path, JsonSerializer.Serialize(runs, EvaluationJsonContext.Default.BaselineRuns) + "\n");
    }

    private static bool IsWorse(string name, double before, Dictionary<string, double> now) =>
        !now.TryGetValue(name, out var value)
        || (Metrics.IsLowerBetter(name) ? value > before + Tolerance : value < before - Tolerance);
}
