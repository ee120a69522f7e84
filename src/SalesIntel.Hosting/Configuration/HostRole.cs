namespace SalesIntel.Hosting.Configuration;

/// <summary>What a process does.</summary>
public enum HostRole
{
    /// <summary>Receives webhooks and processes events.</summary>
    All,

    /// <summary>Receives webhooks only.</summary>
    Api,

    /// <summary>Processes events only.</summary>
    Worker,
}
