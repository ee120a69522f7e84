using System.Text.RegularExpressions;
using SalesIntel.Evaluation.Extractors;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Written;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation;

public sealed partial class VocabularyTests
{
    private const int LongestCommonRun = 6;

    // People say "the one who says yes or no" in whole calls, whoever writes them.
    private const int LongestCommonRunOfCalls = 8;

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
        var runs = lines.SelectMany(line => Runs(line)).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Lines(other).Intersect(lines, StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain(Lines(other), line => Runs(line).Any(runs.Contains));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Parts_share_no_name_and_no_word_of_a_list(string one, string other) =>
        Assert.Empty(Words(one).Intersect(Words(other), StringComparer.OrdinalIgnoreCase));

    [Fact]
    public void Calls_that_are_learned_from_share_no_run_of_words_with_what_is_measured()
    {
        var learned = WrittenCalls.Learned.Concat(WrittenCalls.OtherTalk).SelectMany(author => Turns(author))
            .SelectMany(turn => Runs(turn, LongestCommonRunOfCalls)).ToHashSet(StringComparer.Ordinal);
        string[] measured =
        [
            .. WrittenCalls.Measured.SelectMany(author => Turns(author)),
            .. Lines(nameof(Part.Test)).Concat(Lines(nameof(Part.Sealed))).Select(line => Mark().Replace(line, "$1")),
        ];

        Assert.NotEmpty(learned);
        Assert.NotEmpty(measured);
        Assert.DoesNotContain(measured, line => Runs(line, LongestCommonRunOfCalls).Any(learned.Contains));
    }

    private static IEnumerable<string> Turns(string author) => WrittenCalls.Of(author)
        .SelectMany(call => ((MeetingDocument)Documents.Of(call.Case)).Meeting.Transcript).Select(turn => turn.Text);

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

    private static IEnumerable<string> Runs(string line) => Runs(line, LongestCommonRun);

    private static IEnumerable<string> Runs(string line, int length)
    {
        var words = Word().Matches(line.Split(" ~")[0].ToLowerInvariant()).Select(match => match.Value).ToArray();
        return Enumerable.Range(0, Math.Max(0, words.Length - length + 1))
            .Select(start => words[start..(start + length)])
            .Where(run => !run.Any(word => word.StartsWith('{')))
            .Select(run => string.Join(' ', run));
    }

    // The words of a mark: "[these]", "[m=these]", "[!these]".
    [GeneratedRegex(@"\[(?:!|\w+=)?([^\]]*)\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\{[^}]*\}|[\p{L}'’]+")]
    private static partial Regex Word();
}
