namespace SalesIntel.Storage.Contract;

/// <summary>What became of a request to run an event again.</summary>
public enum RequeueOutcome
{
    /// <summary>It is due now.</summary>
    Requeued,

    /// <summary>It is waiting or running already; nothing was changed.</summary>
    StillRunning,

    /// <summary>There is no such event (any more).</summary>
    NotFound,
}
