using SalesIntel.Storage;

namespace SalesIntel.Processing;

/// <summary>Where an event starts when it is run again.</summary>
public static class Requeueing
{
    /// <summary>From its first stage: the lead's facts where the lead is known, else the choice of the lead. The ledger keeps what is
    /// already done from being done again.</summary>
    public static RequeueRequest FromStart(WebhookEvent stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        return stored.Lead is { } lead
            ? new RequeueRequest(Lane.Lead(lead), Stage.Facts, lead)
            : new RequeueRequest(Lane.Meeting(stored.ExternalId), Stage.Route, null);
    }
}
