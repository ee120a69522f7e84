using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>From the supported statements about one element to what stands: a correction takes the place of what it corrects, and
/// statements that contradict each other stand none.</summary>
internal static class StatementMerge
{
    private const int Answer = 2;

    /// <summary>The claims in the order in which they were said.</summary>
    /// <param name="element">The element.</param>
    /// <param name="statements">The statements, in any order.</param>
    /// <param name="areDisputed">True when the second one disputes the first.</param>
    /// <param name="relationOf">What was learned about such pairs of statements.</param>
    public static IReadOnlyList<Claim> Of(
        QualificationElement element, IReadOnlyList<Statement> statements, Func<Statement, Statement, bool> areDisputed,
        Func<StatementPair, StatementRelation> relationOf)
    {
        var ordered = InOrder(statements);
        StatementPair[] pairs = [.. Pairs(ordered)];
        var relations = Array.ConvertAll(pairs, pair => relationOf(pair));
        var claims = new Dictionary<Statement, Claim>(
            ordered.Select(statement => KeyValuePair.Create(statement, statement.Claim)), ReferenceEqualityComparer.Instance);
        for (var i = 0; i < pairs.Length; i++)
        {
            var (earlier, later) = (pairs[i].Earlier, pairs[i].Later);
            if (!later.Claim.Hedged
                && ((relations[i] == StatementRelation.Corrects && MayTakeThePlace(pairs[i], element, HasCorrected(earlier)))
                    || (MayCorrect(later, earlier) && StatementConflicts.Corrects(later, earlier, pairs[i].IsLast, element)
                        && (later.IsCorrection || !areDisputed(earlier, later)))))
            {
                claims[earlier] = claims[earlier] with { Superseded = true };
                claims[later] = claims[later] with { Corrects = earlier.Claim.Quote };
            }
        }

        var ofTurns = ordered.CountBy(statement => statement.Claim.Turn ?? 0).ToDictionary();
        for (var i = 0; i < pairs.Length; i++)
        {
            var (earlier, later) = (pairs[i].Earlier, pairs[i].Later);
            if (IsFirm(claims[earlier]) && IsFirm(claims[later])
                && ((relations[i] == StatementRelation.Contradicts && !HasCorrected(earlier) && !HasCorrected(later) && MayExclude(pairs[i], element))
                    || (!(earlier.IsAside && later.IsAside)
                        && ((!HasCorrected(earlier) && IsDisputed(earlier, later))
                            || (MayContradict(earlier, later) && StatementConflicts.Contradict(earlier, later, element))))))
            {
                claims[earlier] = claims[earlier] with { Contradicted = true };
                claims[later] = claims[later] with { Contradicted = true };
            }
        }

        return
        [
            .. ordered.Where(statement => !statement.IsAside || claims[statement] is { Contradicted: true } or { Corrects.Length: > 0 })
                .Select(statement => claims[statement]),
        ];

        // "No longer" is said of much that corrects nothing: what counts is that it was said and that something was corrected.
        bool HasCorrected(Statement statement) => statement.IsCorrection && claims[statement].Corrects is { Length: > 0 };

        // What says too little by itself corrects where the speaker says that he corrects and names a value, or as the answer of a colleague; and what
        // has corrected something can be corrected itself.
        bool MayCorrect(Statement later, Statement earlier) => (!earlier.IsAside || claims[earlier].Corrects is { Length: > 0 })
            && (!later.IsAside
                || (later is { IsCorrection: true, Sentence: { } said } && StatementConflicts.HasValue(said))
                || (later.Claim.Speaker != earlier.Claim.Speaker && later.Claim.Turn - earlier.Claim.Turn <= Answer));

        // A turn is disputed as a whole; of several things that it says those are meant that the other turn speaks of.
        bool IsDisputed(Statement earlier, Statement later) => areDisputed(earlier, later)
            && ((ofTurns[earlier.Claim.Turn ?? 0] == 1 && ofTurns[later.Claim.Turn ?? 0] == 1) || StatementConflicts.AreComparable(earlier, later));
    }

    /// <summary>All pairs of statements, those of a later one after those of an earlier one.</summary>
    /// <param name="statements">The statements, in any order.</param>
    public static IEnumerable<StatementPair> PairsOf(IReadOnlyList<Statement> statements) => Pairs(InOrder(statements));

    private static Statement[] InOrder(IReadOnlyList<Statement> statements) =>
    [
        .. statements.OrderBy(statement => statement.Claim.Turn).ThenBy(statement => statement.Start)
            .ThenBy(statement => statement.Claim.Quote, StringComparer.Ordinal).ThenBy(statement => statement.Claim.Text, StringComparer.Ordinal),
    ];

    private static IEnumerable<StatementPair> Pairs(Statement[] ordered)
    {
        var turnsBefore = TurnsBefore(ordered);
        for (var later = 0; later < ordered.Length; later++)
        {
            var between = ordered[..later].Count(statement => !statement.IsAside);
            for (var earlier = 0; earlier < later; earlier++)
            {
                between -= ordered[earlier].IsAside ? 0 : 1;
                var turn = ordered[earlier].Claim.Turn;
                yield return new StatementPair(
                    ordered[earlier], ordered[later], between, turn == ordered[later].Claim.Turn || turn == turnsBefore[later],
                    ordered.Length);
            }
        }
    }

    private static bool MayContradict(Statement earlier, Statement later) =>
        !(earlier.IsAside || later.IsAside) || StatementConflicts.AreAboutTheSame(earlier, later);

    // What has corrected something stands unless it is expressly corrected itself, and another value without a word of correction is a contradiction.
    private static bool MayTakeThePlace(StatementPair pair, QualificationElement element, bool hasCorrected) =>
        (!hasCorrected || pair.Later.IsCorrection) && (pair.Later.IsCorrection || !StatementConflicts.CanBothHold(pair.Earlier, pair.Later, element))
        && (pair.Later.TakesBack || !StatementConflicts.Contradict(pair.Earlier, pair.Later, element));

    // Somebody may be named once and called by his position once.
    private static bool MayExclude(StatementPair pair, QualificationElement element) =>
        !StatementConflicts.CanBothHold(pair.Earlier, pair.Later, element)
        && !(element.IsPerson && NamesSomebody(pair.Earlier) && NamesSomebody(pair.Later) && !StatementConflicts.AreOfOthers(pair.Earlier, pair.Later));

    private static bool NamesSomebody(Statement statement) => statement.Names.Count + statement.Roles.Count > 0;

    // By each statement the turn of the last one before its own turn; statements of one turn are said together.
    private static int?[] TurnsBefore(Statement[] ordered)
    {
        var before = new int?[ordered.Length];
        int? last = null;
        for (var first = 0; first < ordered.Length;)
        {
            var turn = ordered[first].Claim.Turn;
            var ofTurnBefore = last;
            for (; first < ordered.Length && ordered[first].Claim.Turn == turn; first++)
            {
                before[first] = ofTurnBefore;
                last = ordered[first].IsAside ? last : turn;
            }
        }

        return before;
    }

    private static bool IsFirm(Claim claim) => claim is { Hedged: false, Superseded: false };
}
