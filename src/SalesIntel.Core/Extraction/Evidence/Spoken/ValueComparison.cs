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
            !known.Claim.Hedged && !statement.Claim.Hedged && StatementConflicts.Contradict(known, statement, element)))
            ? ValueChangeKind.Contradicted
            : ValueChangeKind.Changed;
    }

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
                Names =
                [
                    .. said.Tokens.Concat(shown.Tokens).Where(token => names.IsPerson(token.Text)
                        || (isPerson && token.IsCapital && names.IsName(token.Text))).Select(token => token.Text),
                ],
            };
        });
    }

    private static bool IsSame(Statement earlier, Statement later)
    {
        var (one, other) = (earlier.Sentence!, later.Sentence!);
        string[] words = [.. other.Content.Select(token => token.Text).Distinct(StringComparer.Ordinal)];
        return words.Count(word => one.Tokens.Any(token => Stems.AreSame(token.Text, word))) >= MostlySame * words.Length
            && other.Quantities.All(quantity => quantity.IsWeak || one.Quantities.Any(quantity.HasValueOf))
            && other.Times.All(time => one.Times.Any(known => (known.Kind, known.Name) == (time.Kind, time.Name)))
            && other.Dates.All(date => date.Day is null || one.Dates.Any(known => known.Day == date.Day))
            && (later.Names.Count == 0 || earlier.Names.Count == 0 || later.Names.Overlaps(earlier.Names))
            && !OtherValues.Names(earlier, later)
            && other.Polarities.HasNegation == one.Polarities.HasNegation;
    }
}
