using SalesIntel.Failures;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Has a model look once more at claims that code holds for proven. It takes away and adds nothing; where it fails, all stays as it
/// was.</summary>
internal static class ClaimVerifier
{
    /// <summary>Looks at the claims.</summary>
    /// <param name="call">The calls that it makes.</param>
    /// <param name="proven">The claims.</param>
    /// <param name="meeting">The meeting that they are about.</param>
    /// <param name="options">Limits.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The claims that are refused, with their verdicts, and what was found.</returns>
    public static async Task<(IReadOnlyDictionary<SpokenClaim, Verdict> Refused, ClaimVerification Found)> VerifyAsync(
        ModelCall call, IReadOnlyList<ProvenClaim> proven, Meeting meeting, ExtractionOptions options, CancellationToken cancellationToken)
    {
        var refused = new Dictionary<SpokenClaim, Verdict>();
        var prompt = new VerificationPrompt(proven, meeting, options);
        var found = new ClaimVerification { Claims = proven.Count, Unchecked = proven.Count, PromptVersion = VerificationPrompt.Version };
        if (prompt.Claims.Count == 0)
        {
            return (refused, found);
        }

        IReadOnlyList<Verdict?> verdicts = [];
        try
        {
            verdicts = prompt.Read(await call.AskAsync(prompt.Prompt.Messages, prompt.Schema, cancellationToken).ConfigureAwait(false));
            if (verdicts.All(verdict => verdict is null))
            {
                await call.ForgetAsync().ConfigureAwait(false);
                found = found with { Failure = "model/unusable-answer" };
            }
            else
            {
                await call.KeepAsync().ConfigureAwait(false);
            }
        }
        catch (ProviderException failure)
        {
            // Evidence has decided already: the event does not wait for a second opinion.
            found = found with { Failure = $"{failure.Provider}/{failure.Code}" };
        }
        catch (ExtractionException)
        {
            found = found with { Failure = "model/unusable-answer" };
        }

        foreach (var (claim, verdict) in prompt.Claims.Zip(verdicts))
        {
            if (verdict is Verdict.Contradicted or Verdict.NotStated)
            {
                refused[claim.Said] = verdict.Value;
            }
        }

        return (refused, found with
        {
            Contradicted = refused.Values.Count(verdict => verdict == Verdict.Contradicted),
            NotStated = refused.Values.Count(verdict => verdict == Verdict.NotStated),
            Unchecked = proven.Count - verdicts.Count(verdict => verdict is not null),
            Model = call.Model,
            Calls = call.Use.Calls,
            InputTokens = call.Use.InputTokens,
            OutputTokens = call.Use.OutputTokens,
            Cost = call.Use.Cost,
        });
    }
}
