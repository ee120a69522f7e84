using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Takes alerts over without waiting for anything: grouping and sending happen behind two bounded channels that drop
/// their oldest, with a line in the log, before they hold up processing.</summary>
internal sealed class SlackAlerts : IAlerts
{
    private const int MostAlerts = 1_000;

    private const int MostNotices = 100;

    private readonly ILogger logger;

    public SlackAlerts(ILogger<SlackAlerts> logger)
    {
        this.logger = logger;
        Raised = Channel.CreateBounded<Alert>(
            new BoundedChannelOptions(MostAlerts) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            dropped => Log.Dropped(logger, dropped.Fingerprint));
        Outbox = Channel.CreateBounded<Notice>(
            new BoundedChannelOptions(MostNotices) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            dropped => Log.Dropped(logger, dropped.Group.Latest.Fingerprint));
    }

    /// <summary>Alerts to be grouped.</summary>
    public Channel<Alert> Raised { get; }

    /// <summary>Notices to be sent.</summary>
    public Channel<Notice> Outbox { get; }

    public ValueTask RaiseAsync(Alert alert, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(alert);
        Log.Raised(logger, alert);
        Raised.Writer.TryWrite(alert);
        return ValueTask.CompletedTask;
    }
}
