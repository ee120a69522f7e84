using SalesIntel.Extraction;

namespace SalesIntel.Evaluation.Scoring;

/// <summary>What a second look at claims cost and took away.</summary>
internal static class VerificationScore
{
    /// <summary>Adds it; nothing where no second look was made.</summary>
    /// <param name="metrics">Gets the numbers.</param>
    /// <param name="results">What was extracted from conversations.</param>
    public static void Add(Metrics metrics, IReadOnlyCollection<ExtractionResult> results)
    {
        ClaimVerification[] made = [.. results.Select(result => result.Verification).OfType<ClaimVerification>()];
        if (made.Length == 0)
        {
            return;
        }

        var tokens = made.Sum(one => one.InputTokens + one.OutputTokens);
        metrics.Add("verification.calls.count", made.Sum(one => one.Calls));
        metrics.Add("verification.claims.count", made.Sum(one => one.Claims));
        metrics.Add("verification.refused.count", made.Sum(one => one.Contradicted + one.NotStated));
        metrics.Add("verification.unchecked.count", made.Sum(one => one.Unchecked));
        metrics.Add("verification.tokens", tokens);
        metrics.Add("verification.of_extraction", (double)tokens / results.Sum(result => result.InputTokens + result.OutputTokens));
    }
}
