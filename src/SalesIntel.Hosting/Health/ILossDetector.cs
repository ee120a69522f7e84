namespace SalesIntel.Hosting.Health;

/// <summary>Notices that a store has lost data.</summary>
internal interface ILossDetector
{
    /// <summary>How such a loss is kept from happening again.</summary>
    string Prevention { get; }

    /// <summary>Looks once. What is missing is reported in words for the operator, once for each loss.</summary>
    /// <param name="report">Tells it; the loss is known only when this has ended.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    /// <exception cref="StoreUnavailableException">The store can't be reached.</exception>
    Task LookAsync(Func<string, CancellationToken, ValueTask> report, CancellationToken cancellationToken);
}
