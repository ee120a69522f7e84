using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>From the supported statements about one element to what stands: a correction takes the place of what it corrects, and
/// statements
/// that contradict each other stand none.</summary>
internal static class StatementMerge
{
    /// <summary>The claims in the order in which they were said.</summary>
    public static IReadOnlyList<Claim> Of(QualificationElement element, IReadOnlyList<Statement> statements)
    {
        Statement[] ordered =
        [
            .. statements.OrderBy(statement => statement.Claim.Turn).ThenBy(statement => statement.Claim.Quote, StringComparer.Ordinal)
                .ThenBy(statement => statement.Claim.Text, StringComparer.Ordinal),
        ];
        var claims = Array.ConvertAll(ordered, statement => statement.Claim);
        for (var later = 0; later < ordered.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (!claims[later].Hedged && StatementConflicts.Corrects(ordered[later], ordered[earlier], element))
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
                if (IsFirm(claims[earlier]) && IsFirm(claims[later])
                    && StatementConflicts.Contradict(ordered[earlier], ordered[later], element))
                {
                    claims[earlier] = claims[earlier] with { Contradicted = true };
                    claims[later] = claims[later] with { Contradicted = true };
                }
            }
        }

        return claims;
    }

    private static bool IsFirm(Claim claim) => claim is { Hedged: false, Superseded: false };
}
