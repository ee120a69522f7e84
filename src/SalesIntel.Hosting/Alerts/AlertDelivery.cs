namespace SalesIntel.Hosting.Alerts;

/// <summary>Groups and sends alerts in the background. Stops after everything else, so that what goes wrong while stopping is still
/// sent, but waits for Slack no longer than <see cref="DrainLimit"/>.</summary>
internal sealed class AlertDelivery(
    SlackAlerts alerts, AlertGrouping grouping, SlackClient slack, TimeProvider time, ILogger<AlertDelivery> logger)
    : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan DrainLimit = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource giveUp = new();
    private Task running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        running = Task.WhenAll(GroupAsync(giveUp.Token), SendAsync(giveUp.Token));
        return Task.CompletedTask;
    }

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        alerts.Raised.Writer.TryComplete();
        using var limit = new CancellationTokenSource(DrainLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await running.WaitAsync(either.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!running.IsCompleted)
        {
            Log.NotAllSent(logger);
            await giveUp.CancelAsync().ConfigureAwait(false);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A host that failed to start is disposed without being stopped.
    public void Dispose() => giveUp.Cancel();

    private async Task GroupAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var alert in alerts.Raised.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                try
                {
                    await grouping.RecordAsync(alert, cancellationToken).ConfigureAwait(false);
                    alerts.Wake();
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    Log.GroupingFailed(logger, alert.Fingerprint, exception);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Ended(logger, "grouping");
        }
        finally
        {
            alerts.Woken.Writer.TryComplete();
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var _ in alerts.Woken.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                try
                {
                    await SendPendingAsync(cancellationToken).ConfigureAwait(false);
                }
                catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
                {
                    // The notice stays pending; an unexpected failure must not end all alerting.
                    Log.SendingFailed(logger, exception);
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Log.Ended(logger, "sending");
        }
    }

    // What Slack does not accept stays pending, and any process tries it again when the time of this attempt is over.
    private async Task SendPendingAsync(CancellationToken cancellationToken)
    {
        var outcome = SlackOutcome.Taken;
        while (outcome != SlackOutcome.Away && await grouping.TakePendingAsync(cancellationToken).ConfigureAwait(false) is { } pending)
        {
            outcome = await slack.SendAsync(pending.Notice, cancellationToken).ConfigureAwait(false);
            if (outcome == SlackOutcome.Taken)
            {
                // Not cancelled: people have it.
                await grouping.MarkSentAsync(pending, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
