using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Compares what two conversations say about a field, by the same words by which statements of one conversation are compared.
/// </summary>
internal sealed class ValueComparison(QualificationFramework framework)
{
    private const double MostlySame = 0.8;

    /// <summary>What the later value makes of the earlier one.</summary>
    public ValueChangeKind Of(LeadField field, FieldValue before, FieldValue after)
    {
        var element = framework.Elements.FirstOrDefault(one =>
            framework.FieldOf(one).Name == field.Name) ?? new QualificationElement(field.Name) { Ask = "" };
        Statement[] earlier = [.. Statements(before, element.IsPerson)];
        Statement[] later = [.. Statements(after, element.IsPerson)];
        if (Array.TrueForAll(later, statement => Array.Exists(earlier, known => IsSame(known, statement))))
        {
            return ValueChangeKind.Confirmed;
        }

        var isTakenBack = after.Claims.Any(claim => claim.Corrects is not null) || Array.Exists(later, statement => statement.IsCorrection);
        return !isTakenBack && Array.Exists(later, statement => Array.Exists(earlier, known =>
            !known.Claim.Hedged && !statement.Claim.Hedged && !HasEnded(known, statement)
            && StatementConflicts.Contradict(known, statement, element)))
            ? ValueChangeKind.Contradicted
            : ValueChangeKind.Changed;
    }

    // From one call to the next a rival drops out and a problem is solved: that is news, and nobody was wrong.
    private static bool HasEnded(Statement earlier, Statement later) =>
        StatementConflicts.IsSettled(later.Sentence!) && !StatementConflicts.IsSettled(earlier.Sentence!);

    // A value that was stored without claims is one statement.
    private static IEnumerable<Statement> Statements(FieldValue value, bool isPerson)
    {
        Claim[] claims = [.. value.Claims.Where(claim => claim.Support != ClaimSupport.Unsupported && claim is { Superseded: false })];
        return (claims.Length == 0 ? [new Claim()] : claims).Select(claim =>
        {
            var said = new ReadText(claim.Quote.Length > 0 ? claim.Quote : claim.Text.Length > 0 ? claim.Text : value.Text,
                LanguageWords.All[0]);
            var shown = new ReadText(claim.Text.Length > 0 ? claim.Text : value.Text, said.Language);
            var names = new NameIndex([said, shown], [], []);
            return new Statement(claim with { Quote = $"{claim.Turn}: {said.Text}" }, said)
            {
                IsCorrection = said.Language.Corrections.IsIn(said.Tokens),
                Terms = [.. said.Tokens.Where(token => token.IsCapital && names.IsName(token.Text)).Select(token => token.Text)],
                IsGoal = said.Tokens.Any(token => said.Language.Goals.Contains(token.Text)),
                Names = NamesIn(said, shown, names, isPerson, claim.Speaker),
            };
        });
    }

    // "I sign it" names whoever says it.
    private static HashSet<string> NamesIn(ReadText said, ReadText shown, NameIndex names, bool isPerson, string speaker)
    {
        HashSet<string> named =
        [
            .. said.Tokens.Concat(shown.Tokens).Where(token => names.IsPerson(token.Text)
                || (isPerson && token.IsCapital && names.IsName(token.Text))).Select(token => token.Text),
        ];
        return isPerson && named.Count == 0 && said.Tokens.Any(token => AnyLanguage.IMyself.Contains(token.Text))
            ? [.. TokenReader.Words(speaker)]
            : named;
    }

    // Two of a family share a name, and each has one of his own.
    private static bool MayBeOne(IReadOnlySet<string> names, IReadOnlySet<string> others) => names.Count == 0 || others.Count == 0
        || (names.Intersect(others).Count() is > 0 and var shared && (shared > 1 || names.Count == 1 || others.Count == 1));

    private static bool IsSame(Statement earlier, Statement later)
    {
        var (one, other) = (earlier.Sentence!, later.Sentence!);
        string[] words = [.. other.Content.Select(token => token.Text).Distinct(StringComparer.Ordinal)];
        return words.Count(word => one.Tokens.Any(token => Stems.AreSame(token.Text, word))) >= MostlySame * words.Length
            && other.Quantities.All(quantity => quantity.IsWeak || one.Quantities.Any(quantity.HasValueOf))
            && other.Times.All(time => one.Times.Any(known => (known.Kind, known.Name) == (time.Kind, time.Name)))
            && other.Dates.All(date => date.Day is null || one.Dates.Any(known => known.Day == date.Day))
            && MayBeOne(earlier.Names, later.Names)
            && !OtherValues.Names(earlier, later)
            && other.Polarities.HasNegation == one.Polarities.HasNegation
            && StatementConflicts.IsSettled(other) == StatementConflicts.IsSettled(one);
    }
}
