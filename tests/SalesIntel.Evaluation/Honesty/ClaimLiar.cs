using System.Text.RegularExpressions;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Evaluation.Lies;

namespace SalesIntel.Evaluation.Honesty;

/// <summary>Makes lies in five languages out of true claims: each changes one thing of the claim, or of its quote.</summary>
/// <param name="claims">The true claims.</param>
internal sealed class ClaimLiar(IReadOnlyList<HonestClaim> claims)
{
    private const string AnySide = "decision_process";
    private const int OthersOfLine = 3;
    private static readonly LieKind[] Twists =
    [
        LieKind.ChangedUnit, LieKind.NarrowedRange, LieKind.QuestionAsStatement, LieKind.DroppedCondition, LieKind.PlanAsFact,
        LieKind.OtherTense, LieKind.TurnedDirection, LieKind.RaisedQuantifier,
    ];
    private static readonly Dictionary<string, IReadOnlyList<string>> Data =
        DataFiles.Sections("lies/claims.txt").ToDictionary(StringComparer.Ordinal);

    // Elements of which a statement is never about the other, where an author does not say it of each of his.
    private static readonly (string One, string Other)[] Apart =
    [
        ("economic_buyer", "metrics"), ("economic_buyer", "competition"), ("economic_buyer", "identified_pain"),
        ("decision_criteria", "economic_buyer"), ("decision_criteria", "champion"), ("decision_process", "competition"),
        ("decision_process", "champion"), ("identified_pain", "economic_buyer"), ("identified_pain", "champion"),
        ("competition", "economic_buyer"), ("competition", "champion"), ("champion", "metrics"), ("champion", "competition"),
        ("metrics", "champion"), ("metrics", "competition"), ("paper_process", "competition"), ("paper_process", "champion"),
    ];

    /// <summary>The elements that a claim says nothing about.</summary>
    public static IEnumerable<string> NotAbout(HonestClaim claim) =>
        claim.NotAbout ?? Apart.Where(pair => pair.One == claim.Element).Select(pair => pair.Other);

    /// <summary>All lies about them.</summary>
    public IEnumerable<ClaimLie> All() => claims.Index().SelectMany(one => Of(one.Item, one.Index));

    private IEnumerable<ClaimLie> Of(HonestClaim claim, int index)
    {
        var (element, quote) = (claim.Element, claim.Quote);
        string[] texts = [claim.Claim, quote];
        foreach (var text in texts)
        {
            foreach (var (kind, lie, telltale) in Numbers(text, claim.Language).Select(change => (LieKind.ChangedNumber, change.Text, change.New))
                .Concat(Replaced(text, "names").Select(change => (LieKind.ChangedName, change.Text, change.New)))
                .Concat(Replaced(text, $"dates {claim.Language}").Select(change => (LieKind.ChangedDate, change.Text, change.New)))
                .Concat(Pairs(text, $"put in {claim.Language}").Select(lie => (LieKind.NegationPutIn, lie, lie)))
                .Concat(Pairs(text, $"take out {claim.Language}").Select(lie => (LieKind.NegationTakenOut, lie, lie))))
            {
                if (!claim.Turns.Any(turn => Says(turn.Text, telltale)))
                {
                    yield return new ClaimLie(kind, claim, element, quote, lie, telltale);
                }
            }
        }

        foreach (var lie in Twisted(claim))
        {
            yield return lie;
        }

        if (element == HonestClaims.NextSteps)
        {
            yield break;
        }

        foreach (var other in Others(claim, index, sameElement: true))
        {
            yield return new ClaimLie(LieKind.Unsupported, claim, element, quote, other.Claim, other.Claim);
            yield return new ClaimLie(LieKind.InventedQuote, claim, element, other.Quote, other.Claim, "");
        }

        yield return new ClaimLie(LieKind.NoQuote, claim, element, null, claim.Claim, "");
        if (element is not (AnySide or "paper_process"))
        {
            HonestClaim sold = claim with { Turns = [.. claim.Turns.Select(turn => (turn.Speaker == 'S' ? 'B' : 'S', turn.Text))] };
            yield return new ClaimLie(LieKind.SellersWords, sold, element, quote, claim.Claim, "");
            yield return new ClaimLie(LieKind.SellersWords, sold, element, quote, quote, "");
        }

        foreach (var other in NotAbout(claim))
        {
            yield return new ClaimLie(LieKind.WrongElement, claim, other, quote, quote, "");
            yield return new ClaimLie(LieKind.WrongElement, claim, other, quote, claim.Claim, "");
        }
    }

    private IEnumerable<ClaimLie> Twisted(HonestClaim claim)
    {
        foreach (var kind in Twists)
        {
            foreach (var text in new[] { claim.Claim, claim.Quote }.Distinct().SelectMany(text => Twist.Of(kind, text, claim.Language))
                .Where(text => !claim.Turns.Any(turn => Says(turn.Text, text))))
            {
                yield return new ClaimLie(kind, claim, claim.Element, claim.Quote, text, text);
            }
        }

        if (claim.Element != HonestClaims.NextSteps && claims.FirstOrDefault(other => other.Language == claim.Language && other != claim) is { } next
            && claim.Quote.Split(' ') is { Length: >= 6 } own && next.Quote.Split(' ') is { Length: >= 6 } theirs)
        {
            HonestClaim both = claim with { Turns = [.. claim.Turns, .. next.Turns.Select(turn => (turn.Speaker, turn.Text))] };
            var stitched = $"{string.Join(' ', own[..(own.Length / 2)])} {string.Join(' ', theirs[(theirs.Length / 2)..])}";
            yield return new ClaimLie(LieKind.StitchedQuote, both, claim.Element, stitched, stitched, "");
        }
    }

    private IEnumerable<HonestClaim> Others(HonestClaim claim, int index, bool sameElement) => Enumerable.Range(1, claims.Count - 1)
        .Select(step => claims[(index + step) % claims.Count])
        .Where(other => other.Language == claim.Language && (other.Element == claim.Element) == sameElement).Take(1);

    // Digits, and words for numbers.
    private static IEnumerable<(string Text, string New)> Numbers(string text, string language)
    {
        foreach (Match match in Regex.Matches(text, @"(?<![\p{L}\d.,\u00A0])\d{1,3}(?![\d\p{L}.,]*\d)(?!\p{L})"))
        {
            var other = (int.Parse(match.Value, System.Globalization.CultureInfo.InvariantCulture) + 3 + (match.Index % 4)).ToString(
                System.Globalization.CultureInfo.InvariantCulture);
            yield return ($"{text[..match.Index]}{other}{text[(match.Index + match.Length)..]}", other);
        }

        foreach (var change in Replaced(text, $"numbers {language}"))
        {
            yield return change;
        }
    }

    // A word of a line by others of it.
    private static IEnumerable<(string Text, string New)> Replaced(string text, string section)
    {
        foreach (var line in Data[section].Select(line => line.Split(' ')))
        {
            for (var at = 0; at < line.Length; at++)
            {
                if (Whole(line[at]).Match(text) is { Success: true } match)
                {
                    for (var step = 1; step <= OthersOfLine && step < line.Length; step++)
                    {
                        var other = line[(at + step) % line.Length];
                        yield return (text[..match.Index] + other + text[(match.Index + match.Length)..], other);
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Pairs(string text, string section)
    {
        foreach (var pair in Data[section].Select(line => line.Split('=')))
        {
            if (Whole(pair[0].Trim()).Match(text) is { Success: true } match && !text.Contains('?', StringComparison.Ordinal))
            {
                yield return Regex.Replace(
                    text[..match.Index] + pair[1].Trim() + text[(match.Index + match.Length)..], "  +", " ").Trim();
            }
        }
    }

    private static Regex Whole(string words) =>
        new($@"(?<![\p{{L}}\d'-]){Regex.Escape(words)}(?![\p{{L}}\d'-])", RegexOptions.CultureInvariant);

    private static bool Says(string text, string words) => Regex.IsMatch(
        text, $@"(?<![\p{{L}}\d]){Regex.Escape(words)}(?![\p{{L}}\d])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
}
