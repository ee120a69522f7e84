using System.Text.Json;

namespace SalesIntel.Simulator;

/// <summary>The curated answers, embedded in the assembly.</summary>
internal static class AnswerBook
{
    private const string Prefix = "Answers.";

    private static readonly CuratedAnswer[] s_answers = [.. Load()];

    /// <returns>The answer whose fixture the prompt is about and that knows most of the wanted names.</returns>
    public static CuratedAnswer? Find(string prompt, IReadOnlyCollection<string> wanted) => s_answers
        .Where(answer => answer.Markers.Any(marker => prompt.Contains(marker, StringComparison.Ordinal)))
        .Select(answer => (Answer: answer, Known: wanted.Count(name => Findings.KeyOf(answer.Answers.Keys, name) is not null)))
        .Where(pair => pair.Known > 0)
        .OrderByDescending(pair => pair.Known)
        .Select(pair => pair.Answer)
        .FirstOrDefault();

    /// <returns>Whether any fixture has an answer for the property: where another one has none, nothing is known.</returns>
    public static bool Knows(string property) => s_answers.Any(answer => Findings.KeyOf(answer.Answers.Keys, property) is not null);

    private static IEnumerable<CuratedAnswer> Load()
    {
        var assembly = typeof(AnswerBook).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order())
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize(stream, SimulatorJson.Default.CuratedAnswer)
                ?? throw new InvalidDataException($"The embedded answer {name} is empty.");
        }
    }
}
