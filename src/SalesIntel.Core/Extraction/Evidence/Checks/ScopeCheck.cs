namespace SalesIntel.Extraction;

/// <summary>Whether a claim says it as widely as its passage: not of all what is said of some, not more for less, not one end of a range or
/// of a limit, not without the condition, not of another time, and not as a statement what was asked. Where it does not, the words
/// themselves are written.</summary>
internal static class ScopeCheck
{
    /// <summary>Open when the claim goes further than the quote, or the other way.</summary>
    public static Agreement Of(ReadText claim, Passage passage) =>
        DropsCondition(claim, passage.Quote) || Widens(claim, passage.Quote) || Restricts(claim, passage.Quote) || Turns(claim, passage.Quote)
            || TenseCheck.Of(claim, passage) != Agreement.Agrees || LimitCheck.Of(claim, passage) != Agreement.Agrees
                ? Agreement.Open
                : Agreement.Agrees;

    // "If legal agrees, we sign in May" told as "signature in May".
    private static bool DropsCondition(ReadText claim, ReadText quote) => Conditions(quote) > 0 && Conditions(claim) == 0
        && !claim.Tokens.Any(token => claim.Language.Exceptions.Contains(token.Text));

    private static int Conditions(ReadText text) => text.Tokens.Select(token => token.Clause).Distinct().Count(text.Polarities.IsConditional);

    // "All" where nobody said so of all.
    private static bool Widens(ReadText claim, ReadText quote) =>
        claim.Tokens.Any(token => claim.Language.Universals.Contains(token.Text) && quote.PlacesOf(token.Text).Length == 0);

    // "Only" where it was said of this among others.
    private static bool Restricts(ReadText claim, ReadText quote) =>
        claim.Tokens.Any(token => claim.Language.Restrictions.Contains(token.Text))
        && !quote.Tokens.Any(token => quote.Language.Restrictions.Contains(token.Text));

    // "Faster" where "slower" was said.
    private static bool Turns(ReadText claim, ReadText quote) => claim.Tokens.Any(token =>
        claim.Language.Opposites.TryGetValue(token.Text, out var opposites)
        && quote.Tokens.Any(said => opposites.Contains(said.Text)) && !quote.Tokens.Any(said => said.Text == token.Text));
}
