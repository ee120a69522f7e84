using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Checks one claim about a meeting: whether its quote is there, said by somebody whose word counts, and whether it says what is
/// claimed.</summary>
internal sealed class ClaimCheck(Meeting meeting, SpokenTurns turns, QuoteFinder finder)
{
    private const int MaxQuoteCharacters = 600;
    private const int LeastWords = 5;
    private const int LeastLetters = 8;
    private const int ShortTurn = 8;

    /// <summary>The claim with what was found.</summary>
    /// <param name="element">The element.</param>
    /// <param name="claim">What is claimed; the text in the field's form.</param>
    /// <param name="reason">Why it is not supported; empty when it is.</param>
    public Statement Check(QualificationElement element, SpokenClaim claim, out string reason)
    {
        reason = "";
        if (meeting.Transcript.Count == 0)
        {
            reason = "there is no transcript";
            return Unsupported(claim);
        }

        if (finder.Find(claim.Quote, claim.Turn) is not { } place)
        {
            reason = claim.Quote.Length == 0 ? "has no quote" : "its quote is not in the transcript";
            return Unsupported(claim);
        }

        var side = turns.SideOf(place.Speaker);
        var quoted = turns.Own(place);
        var (own, quote, before) = (quoted.Turn, quoted.Quote, quoted.Before);
        var question = turns.QuestionBefore(place.Turn);
        reason = side != MeetingSide.Buyer && (element.Counts != StatementSide.Any || side == MeetingSide.Unknown
            && place.Speaker.Length == 0)
                ? "its quote is not known to be the customer's"
            : turns.IsForSoftware(place) ? "its quote is meant for the software that reads it"
            : "";
        if (reason.Length > 0)
        {
            return Unsupported(claim);
        }

        if (!IsLongEnough(place, quote, question, out var isAnswer))
        {
            reason = "its quote is too short";
            return Unsupported(claim);
        }

        var passage = turns.PassageOf(place);
        var text = Text(claim, place, passage, out var support, out reason);
        if (reason.Length == 0 && claim.Text.Length > 0
            && !ElementCheck.Holds(element, quote, question, passage.Names, IsQuote(claim, place) ? null : claim.Text, support))
        {
            reason = support == ContentSupport.None ? "its quote says something else" : "its quote is about something else";
        }

        if (reason.Length > 0)
        {
            return Unsupported(claim);
        }

        var isHedged = claim.IsHedged || Certainty.IsHedged(quoted);
        return new Statement(
            new Claim
            {
                Text = text,
                Quote = Quoted(place, passage),
                Speaker = TextCleaner.Line(place.Speaker),
                Turn = place.Turn,
                At = place.At,
                Question = isAnswer ? TextCleaner.Cut(question, MaxQuoteCharacters) : "",
                Support = ClaimSupport.Supported,
                Hedged = isHedged,
            },
            quote)
        {
            IsCorrection = Certainty.IsCorrection(quote, before),
            IsWeakCorrection = Certainty.IsWeakCorrection(quote),
            IsDenial = Certainty.IsDenial(quote, before),
            IsRetraction = Certainty.IsRetraction(quote, before),
            Before = before,
            Start = place.Start,
            Terms = [.. quote.Tokens.Where(token => token.IsCapital && passage.Names.IsName(token.Text)).Select(token => token.Text)],
            Side = side,
            IsAside = claim.IsAside,
            Roles = element.IsPerson ? RolesIn(quote) : [],
            IsGoal = own.Sentences(quoted.First, quoted.Last + 1).Tokens.Concat(TokenReader.Read(question)).Any(token =>
                own.Language.Goals.Contains(token.Text)),
            Names =
            [
                .. quote.Tokens.Where(token => token.IsCapital && (passage.Names.IsPerson(token.Text)
                    || (element.IsPerson && !token.IsFirst && passage.Names.IsName(token.Text)))).Select(token => token.Text),
            ],
        };
    }

    private static HashSet<string> RolesIn(ReadText quote)
    {
        HashSet<string> roles = [];
        for (var i = 0; i < quote.Tokens.Count; i++)
        {
            if (quote.Language.Roles.At(quote.Tokens, i, out var role) is > 0 and var length)
            {
                roles.Add(role);
                i += length - 1;
            }
        }

        return roles;
    }

    // A claim in other words says what the quote is about; a quote alone does not.
    private static bool IsQuote(SpokenClaim claim, QuotePlace place) =>
        TokenReader.Words(claim.Text).SequenceEqual(TokenReader.Words(place.Text));

    // A quote that was cut out of what takes it back is none: "I doubt that IT will be ready" stands as a whole sentence.
    private static string Quoted(QuotePlace place, Passage passage)
    {
        var whole = TextCleaner.Line(passage.Quote.Text);
        return TextCleaner.Cut(whole.Length <= MaxQuoteCharacters && !SaysAsMuch(place.Text, passage) ? whole : place.Text, MaxQuoteCharacters);
    }

    private static bool SaysAsMuch(string part, Passage passage)
    {
        var text = new ReadText(part, passage.Quote.Language);
        return text.Tokens.Count >= passage.Quote.Tokens.Count
            || (ScopeCheck.Of(text, passage) == Agreement.Agrees && NegationCheck.Of(text, passage) == Agreement.Agrees);
    }

    private static Statement Unsupported(SpokenClaim claim) => new(
        new Claim { Text = claim.Text, Quote = TextCleaner.Cut(TextCleaner.Line(claim.Quote), MaxQuoteCharacters), Turn = claim.Turn,
            Support = ClaimSupport.Unsupported },
        null);

    // What is written: the claim, its quote where the claim is somebody's reading of it, or nothing.
    private static string Text(SpokenClaim claim, QuotePlace place, Passage passage, out ContentSupport support, out string reason)
    {
        (reason, support) = ("", ContentSupport.Words);
        if (claim.Text.Length == 0)
        {
            return Quoted(place, passage);
        }

        var text = new ReadText(claim.Text, passage.Quote.Language);
        var (number, time, name, negation) = (
            NumberCheck.Of(text, passage), TimeCheck.Of(text, passage), NameCheck.Of(text, passage), NegationCheck.Of(text, passage));
        reason = !LanguageCheck.Holds(text, passage.Quote) ? "is not in the language of its quote"
            : number == Agreement.Differs || time == Agreement.Differs ? "has a number or date that its quote has not"
            : name == Agreement.Differs ? "has a name that its quote has not"
            : negation == Agreement.Differs ? "negates what its quote does not, or the reverse"
            : "";
        support = ContentCheck.Of(text, passage);
        return support == ContentSupport.Words
            && (number, time, name, negation) == (Agreement.Agrees, Agreement.Agrees, Agreement.Agrees, Agreement.Agrees)
            && ScopeCheck.Of(text, passage) == Agreement.Agrees
            && !SubstitutionCheck.IsIn(text, passage) && !SubstitutionCheck.Swaps(text, passage) && !NumberCheck.Repeats(text, passage)
            ? RelativeDates.WithDays(text, passage.Day)
            : Quoted(place, passage);
    }

    private bool IsLongEnough(QuotePlace place, ReadText sentence, string question, out bool isAnswer)
    {
        isAnswer = false;
        var quote = new ReadText(place.Text, turns.Language);
        if (IsWithoutSpaces(place.Text))
        {
            return place.Text.Count(char.IsLetter) >= LeastLetters;
        }

        var content = quote.Tokens.Count(token => !quote.Language.Stop.Contains(token.Text)
            && !quote.Language.Negations.Contains(token.Text));
        if (content > 0 && quote.Tokens.Count + content > LeastWords)
        {
            return true;
        }

        // A whole short turn, or a whole sentence that says something, is read together with the question that it answers.
        var words = turns.Read(place.Turn - 1).Tokens.Count;
        isAnswer = question.Length > 0
            && ((words <= ShortTurn && quote.Tokens.Count >= words * 3 / 4) || (content > 0
            && sentence.Tokens.Count <= quote.Tokens.Count + 1));
        return isAnswer;
    }

    private static bool IsWithoutSpaces(string text) => text.Count(char.IsLetter) is > 0 and var letters
        && text.Count(c => c is (>= 'ぁ' and <= 'ヿ') or (>= '㐀' and <= '鿿') or (>= 'ก' and <= 'ໟ') or (>= '가' and <= '힣')) * 2 > letters;
}
