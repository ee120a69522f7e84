using SalesIntel.Settings;

namespace SalesIntel.Engine;

/// <summary>How events are processed.</summary>
public sealed class ProcessingOptions
{
    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<ProcessingOptions> Settings { get; } = new SettingsGroup<ProcessingOptions>()
        .Flag("DRY_RUN", o => o.DryRun, (o, v) => o.DryRun = v, "no CRM write; what would be written is kept with the event")
        .Flag("CREATE_FOLLOWUP_TASK", o => o.CreateFollowUpTask, (o, v) => o.CreateFollowUpTask = v,
            "follow-up task on the next business day")
        .Number("MAX_RETRIES", o => o.MaxRetries, (o, v) => o.MaxRetries = v, 0, 20, "after 60, 120, 240 s (with jitter)")
        .Seconds("RETRY_BASE_SECONDS", o => o.RetryBase, (o, v) => o.RetryBase = v, 0.01, 3_600, "first interval, doubles")
        .Number("WORKERS", o => o.Workers, (o, v) => o.Workers = v, 1, 256, "events worked on at the same time in one process")
        .Number("EXTRACTION_CONCURRENCY", o => o.ExtractionConcurrency, (o, v) => o.ExtractionConcurrency = v, 1, 256,
            "documents that one process has the language model read at the same time")
        .Seconds("LEASE_SECONDS", o => o.Lease, (o, v) => o.Lease = v, 0.5, 600,
            "after a crash an event is due again when this has passed")
        .Seconds("SHUTDOWN_SECONDS", o => o.ShutdownGrace, (o, v) => o.ShutdownGrace = v, 0, 600,
            "how long a stopping process lets running events finish")
        .Seconds("PROBE_SECONDS", o => o.ProbeAfter, (o, v) => o.ProbeAfter = v, 0.01, 3_600,
            "pause before a provider that is down is tried again");

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

    /// <summary>Events worked on at the same time in one process. Those that want the same of a CRM at the same time can share a call, so that
    /// more of them make fewer calls.</summary>
    /// <value>Default 128.</value>
    public int Workers { get; set; } = 128;

    /// <summary>Documents that one process has the language model read at the same time; the events of others wait for their turn.</summary>
    /// <value>Default 8.</value>
    public int ExtractionConcurrency { get; set; } = 8;

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
