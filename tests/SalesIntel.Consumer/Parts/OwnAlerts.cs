using System.Collections.Concurrent;
using SalesIntel.Alerts;

namespace SalesIntel.Consumer.Parts;

/// <summary>An alert channel of the consumer's own.</summary>
internal sealed class OwnAlerts : IAlerts
{
    public ConcurrentQueue<Alert> Raised { get; } = [];

    public ValueTask RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        Raised.Enqueue(alert);
        return ValueTask.CompletedTask;
    }
}
