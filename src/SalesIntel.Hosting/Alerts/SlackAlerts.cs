using System.Threading.Channels;
using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Takes alerts over without waiting for anything: grouping and sending happen behind a bounded channel that drops
/// its oldest, with a line in the log, before it holds up processing.</summary>
internal sealed class SlackAlerts(ILogger<SlackAlerts> logger) : IAlerts
{
    private const int MostAlerts = 1_000;

    /// <summary>Alerts to be grouped.</summary>
    public Channel<Alert> Raised { get; } = Channel.CreateBounded<Alert>(
        new BoundedChannelOptions(MostAlerts) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
        dropped => Log.Dropped(logger, dropped.Fingerprint));

    /// <summary>Holds an item when notices may be pending.</summary>
    public Channel<bool> Woken { get; } =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    /// <summary>Starts a look for pending notices.</summary>
    public void Wake() => Woken.Writer.TryWrite(true);

    public ValueTask RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        Log.Raised(logger, alert);
        Raised.Writer.TryWrite(alert);
        return ValueTask.CompletedTask;
    }
}
