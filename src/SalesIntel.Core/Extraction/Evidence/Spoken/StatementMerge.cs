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
    public static IReadOnlyList<Claim> Of(
        QualificationElement element, IReadOnlyList<Statement> statements, Func<Statement, Statement, bool> areDisputed)
    {
        Statement[] ordered =
        [
            .. statements.OrderBy(statement => statement.Claim.Turn).ThenBy(statement => statement.Start)
                .ThenBy(statement => statement.Claim.Quote, StringComparer.Ordinal).ThenBy(statement => statement.Claim.Text, StringComparer.Ordinal),
        ];
        var turnsBefore = TurnsBefore(ordered);
        var claims = Array.ConvertAll(ordered, statement => statement.Claim);
        for (var later = 0; later < ordered.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var isLast = ordered[earlier].Claim.Turn == ordered[later].Claim.Turn || ordered[earlier].Claim.Turn == turnsBefore[later];
                if (!claims[later].Hedged && MayCorrect(ordered[later], ordered[earlier])
                    && StatementConflicts.Corrects(ordered[later], ordered[earlier], isLast, element)
                    && (ordered[later].IsCorrection || !areDisputed(ordered[earlier], ordered[later])))
                {
                    claims[earlier] = claims[earlier] with { Superseded = true };
                    claims[later] = claims[later] with { Corrects = ordered[earlier].Claim.Quote };
                }
            }
        }

        for (var later = 0; later < ordered.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (IsFirm(claims[earlier]) && IsFirm(claims[later]) && !(ordered[earlier].IsAside && ordered[later].IsAside)
                    && (areDisputed(ordered[earlier], ordered[later])
                        || (MayContradict(ordered[earlier], ordered[later])
                            && StatementConflicts.Contradict(ordered[earlier], ordered[later], element))))
                {
                    claims[earlier] = claims[earlier] with { Contradicted = true };
                    claims[later] = claims[later] with { Contradicted = true };
                }
            }
        }

        return [.. claims.Where((claim, i) => !ordered[i].IsAside || claim.Contradicted || claim.Corrects is { Length: > 0 })];
    }

    // What says too little by itself corrects where the speaker says that he corrects and names a value, or as the answer of a colleague.
    private static bool MayCorrect(Statement later, Statement earlier) => !earlier.IsAside
        && (!later.IsAside
            || (later is { IsCorrection: true, Sentence: { } said } && StatementConflicts.HasValue(said))
            || (later.Claim.Speaker != earlier.Claim.Speaker && later.Claim.Turn - earlier.Claim.Turn <= Answer));

    private static bool MayContradict(Statement earlier, Statement later) =>
        !(earlier.IsAside || later.IsAside) || StatementConflicts.AreAboutTheSame(earlier, later);

    // By each statement the turn of the last one before its own turn; statements of one turn are said together.
    private static int?[] TurnsBefore(Statement[] ordered)
    {
        var before = new int?[ordered.Length];
        for (var i = 1; i < ordered.Length; i++)
        {
            before[i] = ordered[i - 1].Claim.Turn == ordered[i].Claim.Turn || ordered[i - 1].IsAside ? before[i - 1] : ordered[i - 1].Claim.Turn;
        }

        return before;
    }

    private static bool IsFirm(Claim claim) => claim is { Hedged: false, Superseded: false };
}
