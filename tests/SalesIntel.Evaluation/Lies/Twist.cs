using System.Text.RegularExpressions;
using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Lies;

/// <summary>Turns what a sentence says by a word or two, or by what is left out, in five languages.</summary>
internal static class Twist
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Data =
        DataFiles.Sections("lies/twists.txt").ToDictionary(StringComparer.Ordinal);

    private static readonly Dictionary<LieKind, string> Words = new()
    {
        [LieKind.ChangedUnit] = "unit", [LieKind.TurnedDirection] = "direction", [LieKind.RaisedQuantifier] = "quantity",
        [LieKind.PlanAsFact] = "plan", [LieKind.OtherTense] = "tense",
    };

    /// <summary>What somebody says of others, and the same as if he said it of himself.</summary>
    public static IEnumerable<(string Language, string Said, string Lie)> OfOthers() => Data.Where(section =>
            section.Key.StartsWith("others ", StringComparison.Ordinal))
        .SelectMany(section => section.Value.Select(line => line.Split(" = ")).Select(pair => (section.Key[7..], pair[0], pair[1])));

    /// <summary>The sentence with one thing turned; each answer is another sentence.</summary>
    public static IEnumerable<string> Of(LieKind kind, string text, string language) => kind switch
    {
        LieKind.QuestionAsStatement => text.TrimEnd().EndsWith('?') ? [$"{text.TrimEnd()[..^1]}."] : [],
        LieKind.DroppedCondition => Unconditional(text, language),
        LieKind.NarrowedRange => Narrowed(text),
        _ when text.Contains('?', StringComparison.Ordinal) => [],
        _ => Data[$"{Words[kind]} {language}"].Select(line => line.Split(" = ")).Select(pair => Replaced(text, pair[0], pair[1]))
            .OfType<string>(),
    };

    private static string? Replaced(string text, string words, string others)
    {
        var match = Regex.Match(text, $@"(?<![\p{{L}}\d'-]){Regex.Escape(words)}(?![\p{{L}}\d'-])", RegexOptions.CultureInvariant);
        return match.Success ? $"{text[..match.Index]}{others}{text[(match.Index + match.Length)..]}" : null;
    }

    // What follows the condition up to the end, or up to the comma behind it.
    private static IEnumerable<string> Unconditional(string text, string language)
    {
        foreach (var word in Data[$"condition {language}"])
        {
            var match = Regex.Match(
                text, $@"(?:^|[ ,]+){Regex.Escape(word)} [^,.;?!]+(?:, *|(?=[.;?!]|$))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
            var rest = match.Success ? $"{text[..match.Index]} {text[(match.Index + match.Length)..]}".Trim() : "";
            if (rest.Split(' ').Length > 3)
            {
                yield return rest;
            }
        }
    }

    // "Two to three hundred" told as "three hundred".
    private static IEnumerable<string> Narrowed(string text)
    {
        var match = Regex.Match(
            text, @"(?<low>\p{L}+|[\d.,]*\d) (?:to|or|bis|oder|à|ou|a|o) (?<high>\p{L}+|[\d.,]*\d)(?= )", RegexOptions.CultureInvariant);
        return match.Success && (char.IsAsciiDigit(match.Groups["low"].Value[0]) || IsNumber(match.Groups["low"].Value))
            && (char.IsAsciiDigit(match.Groups["high"].Value[0]) || IsNumber(match.Groups["high"].Value))
                ? [$"{text[..match.Index]}{match.Groups["high"].Value}{text[(match.Index + match.Length)..]}",
                    $"{text[..match.Index]}{match.Groups["low"].Value}{text[(match.Index + match.Length)..]}"]
                : [];
    }

    private static bool IsNumber(string word) => word is "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten"
        or "twelve" or "fifteen" or "twenty" or "zwei" or "drei" or "vier" or "fünf" or "sechs" or "deux" or "trois" or "quatre" or "cinq"
        or "dos" or "tres" or "cuatro" or "cinco" or "dois" or "duas" or "três" or "quatro";
}
