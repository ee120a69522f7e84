using Coravel.Invocable;
using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Sends the digests whose window is over, and retries what Slack did not accept.</summary>
internal sealed class PendingNoticeSweep(SlackAlerts alerts, IAlerts used) : IInvocable
{
    public Task Invoke()
    {
        // Without a Slack webhook, or with the host's own alert channel, there is nothing to send.
        if (used == alerts)
        {
            alerts.Wake();
        }

        return Task.CompletedTask;
    }
}
