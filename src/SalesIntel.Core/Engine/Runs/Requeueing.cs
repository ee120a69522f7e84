using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Where an event starts when it is run again.</summary>
public static class Requeueing
{
    /// <summary>From its first stage: the lead's facts where the lead is known, else the choice of the lead; also where that was
    /// chosen in dry run without the CRM. The ledger keeps what is already done from being done again.</summary>
    public static RequeueRequest FromStart(WebhookEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Lead is { } lead && !IsLeadUncertain(stored)
            ? new RequeueRequest(Lane.Lead(lead), Stage.Facts, lead)
            : new RequeueRequest(Lane.Meeting(stored.ExternalId), Stage.Route, null);
    }

    /// <summary>True when the lead was chosen in a dry run without the CRM, which might have led to another one.</summary>
    internal static bool IsLeadUncertain(WebhookEvent stored) =>
        stored.Ledger.TryGetValue(Effects.Route, out var route) && route.State == LedgerState.DryRun;
}
