using System.Text.RegularExpressions;
using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation;

public sealed partial class VocabularyTests
{
    private const int LongestCommonRun = 6;

    /// <summary>What is measured with each part that is learned from, and with each other.</summary>
    public static TheoryData<string, string> Pairs
    {
        get
        {
            Part[] measured = [Part.Test, Part.Sealed];
            var pairs = new TheoryData<string, string> { { nameof(Part.Test), nameof(Part.Sealed) } };
            foreach (var one in Enum.GetValues<Part>().Except([.. measured, Part.Calls]))
            {
                foreach (var other in measured)
                {
                    pairs.Add($"{one}", $"{other}");
                }
            }

            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Parts_share_no_line_and_no_run_of_words(string one, string other)
    {
        var lines = Lines(one);
        var runs = lines.SelectMany(Runs).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Lines(other).Intersect(lines, StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain(Lines(other), line => Runs(line).Any(runs.Contains));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Parts_share_no_name_and_no_word_of_a_list(string one, string other) =>
        Assert.Empty(Words(one).Intersect(Words(other), StringComparer.OrdinalIgnoreCase));

    private static HashSet<string> Words(string part) =>
        [.. DataFiles.Sections($"{Folder(part)}/words.txt").SelectMany(section => section.Value)];

    // Answers and questions of forms are short and few in a language; what counts there is that no whole list is the same.
    private static HashSet<string> Lines(string part) =>
    [
        .. DataFiles.All.Where(file => file.StartsWith(Folder(part) + "/", StringComparison.Ordinal)
                && !file.Contains("/bookings/", StringComparison.Ordinal) && !file.EndsWith("/words.txt", StringComparison.Ordinal))
            .SelectMany(DataFiles.Sections).SelectMany(section => section.Value).Where(line => line.Length > 20),
    ];

    private static string Folder(string part) => DataFiles.FolderOf(Enum.Parse<Part>(part));

    private static IEnumerable<string> Runs(string line)
    {
        var words = Word().Matches(line.Split(" ~")[0].ToLowerInvariant()).Select(match => match.Value).ToArray();
        return Enumerable.Range(0, Math.Max(0, words.Length - LongestCommonRun + 1))
            .Select(start => words[start..(start + LongestCommonRun)])
            .Where(run => !run.Any(word => word.StartsWith('{')))
            .Select(run => string.Join(' ', run));
    }

    [GeneratedRegex(@"\{[^}]*\}|[\p{L}'’]+")]
    private static partial Regex Word();
}
