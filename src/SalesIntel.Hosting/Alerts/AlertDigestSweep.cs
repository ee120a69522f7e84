using Coravel.Invocable;

namespace SalesIntel.Hosting.Alerts;

/// <summary>Tells about repetitions whose window is over.</summary>
internal sealed class AlertDigestSweep(AlertGrouping grouping, SlackAlerts alerts) : IInvocable, ICancellableInvocable
{
    public CancellationToken CancellationToken { get; set; }

    public async Task Invoke()
    {
        foreach (var notice in await grouping.DigestAsync(CancellationToken).ConfigureAwait(false))
        {
            alerts.Outbox.Writer.TryWrite(notice);
        }
    }
}
