namespace SalesIntel.Alerts;

/// <summary>Tells people that something needs them. Never throws for a delivery failure and never holds up processing.</summary>
public interface IAlerts
{
    /// <summary>Hands an alert over for delivery.</summary>
    ValueTask RaiseAsync(Alert alert, CancellationToken cancellationToken);
}
