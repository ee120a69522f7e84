using System.Globalization;
using System.Text.RegularExpressions;

namespace SalesIntel.Simulator;

/// <summary>The user text of a prompt, with its turns when it shows some as <c>[12] Name: words</c>.</summary>
internal sealed partial class PromptText(string text)
{
    private readonly List<(int Start, Turn Turn)> _turns = [.. TurnPattern().Matches(text).Select(match => (
        match.Index,
        new Turn(
            match.Groups["number"].Success ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null,
            match.Groups["speaker"].Value.Trim(),
            match.Groups["words"].Value.Trim())))];

    public IEnumerable<Turn> Turns => _turns.Select(entry => entry.Turn);

    /// <summary>Lines of answers to a booking's questions, which stand behind a bar.</summary>
    public IEnumerable<string> AnswerLines => text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line[2..].Trim());

    /// <returns>The answer to the first question that has all of the words; empty when there is none.</returns>
    public string AnswerTo(IReadOnlyCollection<string> words)
    {
        var lines = text.Split('\n');
        var question = Array.FindIndex(lines, line =>
            QuestionPattern().IsMatch(line) && words.All(word => line.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return question < 0
            ? ""
            : string.Join(
                '\n', lines.Skip(question + 1).TakeWhile(line => line.StartsWith('|')).Select(line => line.TrimStart('|').Trim()));
    }

    [GeneratedRegex(@"^Q\d+: ")]
    private static partial Regex QuestionPattern();

    /// <returns>The finding with its turn, or <see langword="null"/> when its quote is not in the text.</returns>
    public Finding? Ground(Finding finding)
    {
        if (string.IsNullOrEmpty(finding.Quote))
        {
            return finding;
        }

        var at = text.IndexOf(finding.Quote, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var index = _turns.FindLastIndex(entry => entry.Start <= at);
        // A numbered turn knows its speaker better: recordings without names call people Speaker 2.
        return index >= 0 && _turns[index].Turn is { Number: { } number, Speaker: var speaker }
            ? finding with { Turn = number, Speaker = speaker }
            : finding;
    }

    // "[12] Name: words", "[12 | 00:03:10] Name: words", "[12] (00:03:10) Name: words" and "Name: words".
    [GeneratedRegex(@"^[ \t]*(?:\[?#?(?<number>\d{1,5})[^\]\r\n]{0,30}\][ \t]*)?(?:\([^)\r\n]{0,30}\)[ \t]*)?(?<speaker>\p{Lu}[^:\[\]\r\n{}""]{0,59}):[ \t]+(?<words>[^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex TurnPattern();

    internal sealed record Turn(int? Number, string Speaker, string Words);
}
