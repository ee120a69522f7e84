namespace SalesIntel.Hosting.Queueing;

/// <summary>Slow work that keeps the store tidy, run about once an hour in each process that processes events. Register as many as
/// needed. Must be harmless to repeat and to run on several hosts at once.</summary>
public interface IHousekeeping
{
    /// <summary>For the log.</summary>
    string Name { get; }

    /// <summary>Runs once. A failure is logged and changes nothing for the next time.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
