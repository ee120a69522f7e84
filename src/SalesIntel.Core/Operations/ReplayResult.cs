namespace SalesIntel.Operations;

/// <summary>What a replay does with an event.</summary>
public enum ReplayResult
{
    /// <summary>It is due now and runs from its start.</summary>
    Requeued,

    /// <summary>It waits in its lane or is running already; nothing is changed.</summary>
    StillRunning,

    /// <summary>There is no such event (any more).</summary>
    NotFound,

    /// <summary>What is stored can't be read, so it would only fail again; nothing is changed.</summary>
    Unreadable,

    /// <summary>Its message was not verified, and a real run does not execute it; nothing is changed.</summary>
    Unverified,

    /// <summary>It was to be extracted again, and has nothing that is extracted, e.g. a cancellation; nothing is changed.</summary>
    NothingToExtract,
}
