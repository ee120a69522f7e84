using Coravel.Invocable;
using SalesIntel.Alerts;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Has people told of repetitions whose window is over, and of what Slack did not take before.</summary>
internal sealed class OwedNoticeSweep(SlackAlerts alerts, IAlerts used) : IInvocable
{
    public Task Invoke()
    {
        // Without a webhook, and where the host has alerts of its own, none of this is Slack's.
        if (used == alerts)
        {
            alerts.Wake();
        }

        return Task.CompletedTask;
    }
}
