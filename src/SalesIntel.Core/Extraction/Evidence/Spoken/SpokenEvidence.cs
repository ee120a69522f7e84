using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Decides what a meeting proves of what a reader claims, whoever the reader is.</summary>
/// <param name="meeting">The meeting.</param>
/// <param name="team">Who belongs to the sellers.</param>
/// <param name="report">Brings texts into their fields' form and collects issues.</param>
/// <param name="scores">Tells what statements make of each other; null for what is shipped.</param>
internal sealed class SpokenEvidence(Meeting meeting, TeamOptions team, FieldText report, RelationScores? scores = null)
{
    private const int MostLines = 12;

    private readonly RelationScores scores = scores ?? RelationScores.Shipped;
    private readonly SpokenTurns turns = new(meeting, team);
    private readonly QuoteFinder finder = new(meeting.Transcript);
    private readonly Dictionary<(int Earlier, int Later), bool> disputes = [];

    /// <summary>The value of an element with the claims behind it: supported ones, those that contradict each other, and those that nothing
    /// supports, which are for the note alone.</summary>
    /// <param name="element">The element.</param>
    /// <param name="field">The field that holds its value.</param>
    /// <param name="claims">What a reader says, in any order.</param>
    public FieldValue Of(QualificationElement element, LeadField field, IReadOnlyList<SpokenClaim> claims) =>
        Resolved(element, field, Statements(element, field, claims));

    /// <summary>The supported statements about an element in pairs, with the cues that tell what the later one makes of the earlier one.</summary>
    /// <param name="element">The element.</param>
    /// <param name="field">The field that holds its value.</param>
    /// <param name="claims">What a reader says, in any order.</param>
    public IEnumerable<(StatementPair Pair, IReadOnlyCollection<SentenceCue> Cues)> Pairs(
        QualificationElement element, LeadField field, IReadOnlyList<SpokenClaim> claims)
    {
        var cues = CuesOf(element);
        return StatementMerge.PairsOf([.. Statements(element, field, claims).Where(statement => statement.IsSupported)])
            .Where(MayRelate).Select(pair => (pair, cues.Of(pair)));
    }

    /// <summary>Lines that need no quote, such as next steps: those that a passage of the transcript or the report's own list bears out.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="lines">What a reader says, one line each.</param>
    /// <param name="listed">What the report lists itself.</param>
    public FieldValue Lines(LeadField field, string lines, IReadOnlyList<string> listed)
    {
        string[] all = [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var search = new LineSearch(turns, listed);
        var (kept, dropped) = (new List<string>(), new List<Claim>());
        foreach (var line in all)
        {
            if (search.IsBorneOut(line))
            {
                kept.Add(WithDays(field, line));
            }
            else
            {
                dropped.Add(new Claim { Text = line, Support = ClaimSupport.Unsupported });
            }
        }

        if (dropped.Count > 0)
        {
            report.Report(field.Name, $"not in the transcript, unconfirmed: {dropped.Count} of {Counted.Of(all.Length, "item")}");
        }

        var text = report.OfItems(field, kept, field.Name);
        return new FieldValue
        {
            Text = text,
            Status = text.Length > 0 ? FieldStatus.Found : FieldStatus.Absent,
            Claims = text.Length > 0 && dropped.Count > 0
                ? [.. kept.Select(line => new Claim { Text = line, Support = ClaimSupport.Supported }), .. dropped]
                : dropped,
        };
    }

    /// <summary>The report's own list, which nobody has checked, with the days that its words mean.</summary>
    /// <param name="field">The field that it fills.</param>
    /// <param name="items">The list.</param>
    /// <param name="texts">Gets an issue about what was cut.</param>
    public FieldValue Listed(LeadField field, IReadOnlyList<string> items, FieldText texts) =>
        FieldValue.Of(texts.OfItems(field, items.Select(item => WithDays(field, TextCleaner.Line(item))), field.Name));

    // What is that long is no step that anybody agreed on.
    private string WithDays(LeadField field, string line) => line.Length > TextCleaner.LongestLine ? line
        : RelativeDates.WithDays(new ReadText(line, turns.Language), turns.Day, isPlan: field.Name == MeetingFields.NextSteps.Name);

    private Statement Check(QualificationElement element, SpokenClaim claim)
    {
        var statement = new ClaimCheck(meeting, turns, finder).Check(element, claim, out var reason);
        if (reason.Length > 0)
        {
            report.Report(element.Name, $"{reason}, unconfirmed");
        }

        return statement;
    }

    private RelationCues CuesOf(QualificationElement element) => new(element, meeting.Transcript, turns.SideOf, AreDisputed);

    // Many statements share their turns, those of other elements too.
    private bool AreDisputed(Statement earlier, Statement later)
    {
        if (earlier.Claim.Turn is not { } first || later.Claim.Turn is not { } second)
        {
            return false;
        }

        if (!disputes.TryGetValue((first, second), out var areDisputed))
        {
            areDisputed = scores.AreDisputed(meeting.Transcript, turns.SideOf, turns.Language, first - 1, second - 1);
            disputes.Add((first, second), areDisputed);
        }

        return areDisputed;
    }

    private bool MayRelate(StatementPair pair) => pair.Statements <= RelationScores.MostStatements
        && turns.Language.Code == RelationScores.Language
        && pair.Earlier is { Sentence: not null, Claim.Turn: not null } && pair.Later is { Sentence: not null, Claim.Turn: not null }
        && pair.Earlier.Side == pair.Later.Side && pair.Earlier.Claim.Quote != pair.Later.Claim.Quote;

    private Statement[] Statements(QualificationElement element, LeadField field, IReadOnlyList<SpokenClaim> claims) =>
    [
        .. claims.Select(claim => claim with { Text = report.Of(field, claim.Text, element.Name) })
            .Where(claim => claim.Quote.Length > 0 || claim.Text.Length > 0).Distinct().Select(claim => Check(element, claim)),
    ];

    private FieldValue Resolved(QualificationElement element, LeadField field, IReadOnlyList<Statement> statements)
    {
        var (cues, isKnown) = (CuesOf(element), scores.Knows(element));
        var claims = StatementMerge.Of(
            element,
            [.. statements.Where(statement => statement.IsSupported)],
            AreDisputed,
            pair => !isKnown || !MayRelate(pair) ? StatementRelation.None : scores.Of(
                cues.Of(pair), !pair.Earlier.IsAside, StatementConflicts.IsPlainCorrection(pair.Earlier, pair.Later, element),
                StatementConflicts.IsPlainContradiction(pair.Earlier, pair.Later, element), pair.Statements));
        Claim[] firm = [.. claims.Where(claim => claim.IsStanding)];
        Claim[] shown = firm.Length > 0 ? firm : [.. claims.Where(claim => !claim.Superseded)];
        var text = report.OfLines(field, [.. shown.Select(claim =>
            claim.Text).Distinct(StringComparer.Ordinal).Take(MostLines)], element.Name);
        return new FieldValue
        {
            Text = text,
            Status = text.Length == 0 ? FieldStatus.Absent : firm.Length > 0 ? FieldStatus.Found : FieldStatus.Ambiguous,
            Claims =
            [
                .. claims.Select(claim => claim.Text == text ? claim with { Text = "" } : claim),
                .. statements.Where(statement => !statement.IsSupported).Select(statement => statement.Claim),
            ],
        };
    }
}
