using System.Collections.Concurrent;
using SalesIntel.Alerts;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>Keeps what was raised.</summary>
internal sealed class TestAlerts : IAlerts
{
    public ConcurrentQueue<Alert> Raised { get; } = new();

    public ValueTask RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        Raised.Enqueue(alert);
        return ValueTask.CompletedTask;
    }
}
