using SalesIntel.Alerts;

namespace SalesIntel.Testing;

/// <summary>Nobody needs to be told about a preview.</summary>
internal sealed class NoAlerts : IAlerts
{
    public ValueTask RaiseAsync(Alert alert, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
