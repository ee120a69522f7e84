namespace SalesIntel.Engine;

/// <summary>How events are processed.</summary>
public sealed class ProcessingOptions
{
    /// <summary>Nothing is written to the CRM; what would be written is kept with the event.</summary>
    /// <value>Default true.</value>
    public bool DryRun { get; set; } = true;

    /// <summary>Failed attempts after the first that a transient failure may use up in one stage.</summary>
    /// <value>Default 3.</value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Wait before the first retry; doubles with each.</summary>
    /// <value>Default 60 s.</value>
    public TimeSpan RetryBase { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>For how long an event is taken; renewed at a third of it. After a crash it is due again when this has passed.</summary>
    /// <value>Default 30 s.</value>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Events worked on at the same time in one process.</summary>
    /// <value>Default 8.</value>
    public int Workers { get; set; } = 8;

    /// <summary>How long a stopping process lets running events finish before it gives their leases back.</summary>
    /// <value>Default 25 s.</value>
    public TimeSpan ShutdownGrace { get; set; } = TimeSpan.FromSeconds(25);

    /// <summary>Pause before a provider that is down is tried again.</summary>
    /// <value>Default 5 s.</value>
    public TimeSpan ProbeAfter { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A follow-up task is made for each booking, due on the next business day.</summary>
    /// <value>Default false.</value>
    public bool CreateFollowUpTask { get; set; }
}
