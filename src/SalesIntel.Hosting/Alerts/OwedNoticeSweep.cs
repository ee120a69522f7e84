using Coravel.Invocable;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Has people told of repetitions whose window is over, and of what Slack did not take before.</summary>
internal sealed class OwedNoticeSweep(SlackAlerts alerts) : IInvocable
{
    public Task Invoke()
    {
        alerts.Wake();
        return Task.CompletedTask;
    }
}
