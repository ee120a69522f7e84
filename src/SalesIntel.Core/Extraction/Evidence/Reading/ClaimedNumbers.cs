namespace SalesIntel.Extraction;

/// <summary>What of a claim is to be found among the numbers of its passage, worked out once and not for each passage.</summary>
/// <param name="Quantities">Its numbers, without those of dates and of lists.</param>
/// <param name="Codes">Letters with digits that are no number: "Q3", "v7", "365e3".</param>
internal sealed record ClaimedNumbers(Quantity[] Quantities, Token[] Codes)
{
    private static readonly FrozenSet<string> Times =
        new[] { "minute", "hour", "day", "week", "month", "quarter", "year" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Those of a text.</summary>
    public static ClaimedNumbers Of(ReadText claim) => new(
        [.. claim.Quantities.Where(quantity => !quantity.IsWeak && !IsInDate(claim, quantity) && !IsListMarker(claim, quantity))],
        [.. CodesIn(claim)]);

    public static bool IsTimeUnit(string unit) => Times.Contains(unit);

    /// <summary>The units of time that a text has, each once.</summary>
    public static List<string> TimeUnitsOf(ReadText text)
    {
        List<string> found = [];
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            if (text.Language.Units.At(text.Tokens, i, out var unit) > 0 && IsTimeUnit(unit) && !found.Contains(unit))
            {
                found.Add(unit);
            }
        }

        return found;
    }

    private static bool IsInDate(ReadText claim, Quantity quantity) =>
        claim.Dates.Any(date => quantity.First >= date.First && quantity.Last <= date.Last);

    // "1. Security review"
    private static bool IsListMarker(ReadText claim, Quantity quantity) => quantity is { First: 0, Last: 0, IsLiteral: true }
        && claim.Tokens[0].End < claim.Text.Length && claim.Text[claim.Tokens[0].End] is '.' or ')' && claim.Tokens.Count > 1
        && claim.Tokens[1].Start > claim.Tokens[0].End + 1;

    private static List<Token> CodesIn(ReadText claim)
    {
        List<Token> codes = [];
        for (var i = 0; i < claim.Tokens.Count; i++)
        {
            if (claim.Tokens[i].HasDigit && claim.Tokens[i].Text.Any(char.IsLetter) && !IsIn(claim, i))
            {
                codes.Add(claim.Tokens[i]);
            }
        }

        return codes;
    }

    // A part of a number or of a date.
    private static bool IsIn(ReadText claim, int index) =>
        claim.Quantities.Any(quantity => index >= quantity.First && index <= quantity.Last)
        || claim.Dates.Any(date => index >= date.First && index <= date.Last);
}
