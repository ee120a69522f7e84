using SalesIntel.Alerts;

namespace SalesIntel.Engine;

/// <summary>Tells nobody: what is only previewed does not happen.</summary>
internal sealed class NoAlerts : IAlerts
{
    public ValueTask RaiseAsync(Alert alert, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
