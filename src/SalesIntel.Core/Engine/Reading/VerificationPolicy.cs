using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>Decides what is taken and what is executed. A real run executes only what was verified; see
/// <see cref="WebhookEvent.Verified"/>.</summary>
internal sealed class VerificationPolicy(ProcessingOptions processing, WebhookOptions webhooks)
{
    /// <summary>Code of the failure of an event that a real run does not execute.</summary>
    public const string Code = "unverified";

    private bool TakesEverything => processing.DryRun || webhooks.AllowUnsigned == true;

    /// <summary>Whether a message is taken, and then as verified (true) or not (false); null refuses it.</summary>
    public bool? Take(SignatureValidationResult result) => result switch
    {
        SignatureValidationResult.Valid => true,
        SignatureValidationResult.NotConfigured when webhooks.AllowUnsigned == true => true,
        SignatureValidationResult.NotConfigured when webhooks.AllowUnsigned is null && processing.DryRun => false,
        _ => null,
    };

    /// <summary>True when an event may be executed now. One of before runs, but not if a dry run, which takes unsigned messages, had it.
    /// </summary>
    public bool MayRun(WebhookEvent stored) => TakesEverything || stored.Verified == true || (stored.Verified is null && !WasInDryRun(stored));

    /// <summary>True when a replay may execute an event; a person must vouch for one of before.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="isVouchedFor">True when somebody says that its message is genuine.</param>
    public bool MayReplay(WebhookEvent stored, bool isVouchedFor) =>
        TakesEverything || stored.Verified == true || (stored.Verified is null && isVouchedFor);

    /// <summary>True when a fact is believed.</summary>
    public bool Believes(LeadFact fact) => TakesEverything || !fact.Unverified;

    /// <summary>Why an event is not executed, and what to do.</summary>
    public static PermanentFailureException Refusal(WebhookEvent stored) => new(Code, stored.Verified == false
        ? "The message was taken in dry run without a check of its signature, and a real run executes only what was verified. Set the key of "
            + "its source and have the message sent again: signed, it takes the place of this one."
        : "The message came before it was kept whether signatures had been checked. Look at it, and replay it as vouched for if it is genuine.");

    private static bool WasInDryRun(WebhookEvent stored) =>
        stored.DryRun || stored.Ledger.Values.Any(entry => entry.State == LedgerState.DryRun);
}
