using System.Globalization;
using System.Text.RegularExpressions;
using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Lies;

/// <summary>Changes what a sentence says in one place. Each answers the changed sentence with the words that only it has; null when the
/// sentence has no such place.</summary>
internal static partial class Distortion
{
    private static readonly string[] Months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>Another number.</summary>
    public static (string Claim, string Telltale)? OfNumber(string sentence, Seeded random)
    {
        foreach (Match match in Number().Matches(sentence))
        {
            var word = match.Value;
            var value = char.IsAsciiDigit(word[0])
                ? int.TryParse(word.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture, out var digits)
                    ? digits
                    : (int?)null
                : NumberWords.ValueOf(word.ToLowerInvariant());
            if (value is not ({ } number and > 1 and < 500_000) || word.EndsWith("first", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var other = number + random.Between(3, 3 + Math.Max(4, number / 2));
            var text = char.IsAsciiDigit(word[0]) ? other.ToString(CultureInfo.InvariantCulture) : NumberWords.Of(other);
            return (Replaced(sentence, match, text), text);
        }

        return null;
    }

    /// <summary>Another name.</summary>
    public static (string Claim, string Telltale)? OfName(string sentence, string name) =>
        Name().Match(sentence) is { Success: true } match ? (Replaced(sentence, match, name), name) : null;

    /// <summary>Another date.</summary>
    public static (string Claim, string Telltale)? OfDate(string sentence, Seeded random)
    {
        if (Month().Match(sentence) is not { Success: true } match)
        {
            return null;
        }

        var at = Array.FindIndex(Months, month => month.Equals(match.Value, StringComparison.OrdinalIgnoreCase));
        var other = Months[(at + random.Between(2, 9)) % Months.Length];
        return (Replaced(sentence, match, other), other);
    }

    /// <summary>The opposite, by a "not".</summary>
    public static (string Claim, string Telltale)? Negated(string sentence)
    {
        if (Negation().IsMatch(sentence) || sentence.Contains('?', StringComparison.Ordinal)
            || Auxiliary().Match(sentence) is not { Success: true } match)
        {
            return null;
        }

        var claim = Replaced(sentence, match, $"{match.Value} not");
        return (claim, claim);
    }

    /// <summary>The opposite, without the "not".</summary>
    public static (string Claim, string Telltale)? Affirmed(string sentence)
    {
        if (PlainNegation().Match(sentence) is not { Success: true } match || sentence.Contains('?', StringComparison.Ordinal))
        {
            return null;
        }

        var claim = Replaced(sentence, match, "");
        return Negation().IsMatch(claim) ? null : (claim, claim);
    }

    private static string Replaced(string sentence, Match match, string text) =>
        $"{sentence[..match.Index]}{text}{sentence[(match.Index + match.Length)..]}".Replace("  ", " ", StringComparison.Ordinal).Trim();

    // Parts of a longer number stay as they are.
    [GeneratedRegex(
        """
        (?<![\w.,])\d[\d,]*(?![\w,.%]*\d)
        |\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen
        |twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b
        (?![\ -](?:hundred|thousand|one|two|three|four|five|six|seven|eight|nine|of|years?\ ago))
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<=[a-z,'’] )[A-Z]\w+(?: [A-Z][\w'’]+)+")]
    private static partial Regex Name();

    [GeneratedRegex(@"\b(?:January|February|March|April|June|July|August|September|October|November|December)\b")]
    private static partial Regex Month();

    [GeneratedRegex(
        @"\b(?:no|not|never|nobody|none|nothing|without|cannot|neither|nor)\b|n['’]t\b|\b(?:isnt|dont|cant|wont)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Negation();

    [GeneratedRegex(
        @"(?<=\b(?:is|are|was|were|has|have|do|does|did|would|could|should|must|need))n['’]t\b|\bnot\b (?=\w)", RegexOptions.IgnoreCase)]
    private static partial Regex PlainNegation();

    // Before a person it would be a question.
    [GeneratedRegex(
        """
        \b(?:is|are|was|were|must|will|can|should|would|could|has\ been|have\ been)\b
        (?!\ (?:you|i|we|they|he|she|it|the|that|there|this)\b)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Auxiliary();
}
