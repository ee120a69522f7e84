using Coravel.Queuing;
using SalesIntel.Engine;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Telemetry;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Takes due events, never more than there are workers, and hands them to Coravel's queue. Survives whatever the store
/// or a run throws; when it stops, it stops taking first and then lets what runs finish. Takes nothing in role <c>api</c>.</summary>
internal sealed class EventPump(
    IWorkQueue work,
    IServiceScopeFactory scopes,
    AbandonedLeases abandoned,
    ProcessingOptions options,
    HostingOptions hosting,
    PumpHealth health,
    SalesIntelMetrics metrics,
    TimeProvider time,
    ILogger<EventPump> logger) : BackgroundService
{
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(1);

    // A store that does not answer at all is as good as away.
    private static readonly TimeSpan StoreLimit = TimeSpan.FromSeconds(10);

    // Coravel's own host for its queue looks at whole seconds, waits for whole batches and has no bound. Without a dispatcher there
    // are no listeners, which could fail or change what becomes of an item.
    private readonly Queue queue = new(scopes, dispatcher: null);

    // Neither is disposed: a run that does not heed its token may end after this service, and neither holds more than memory.
    private readonly SemaphoreSlim slots = new(options.Workers, options.Workers);
    private readonly CancellationTokenSource giveUp = new();

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // The host's own patience may be shorter than the grace.
        await using var impatient = cancellationToken.Register(giveUp.Cancel).ConfigureAwait(false);
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (hosting.Role == HostRole.Api)
        {
            return;
        }

        queue.OnError(exception => Log.QueueFailed(logger, exception));
        Log.Started(logger, options.Workers, options.Lease);
        var pause = new StorePause(time, logger);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PassAsync(stoppingToken).ConfigureAwait(false);
                pause.Recovered();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (StoreUnavailableException exception)
            {
                await pause.StoreLostAsync(exception, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception exception)
            {
                metrics.PumpFailed();
                Log.PumpFailed(logger, exception);
                await pause.AfterFailureAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await DrainAsync().ConfigureAwait(false);
    }

    // One question to the store: as many events are begun as there are free workers, or there is nothing to do until something may have
    // become due.
    private async Task PassAsync(CancellationToken stopping)
    {
        await WaitForSlotAsync(stopping).ConfigureAwait(false);
        var free = 1;
        while (free < options.Workers && slots.Wait(0, CancellationToken.None))
        {
            free++;
        }

        IReadOnlyList<EventLease> leases = [];
        try
        {
            leases = await ClaimAsync(free).ConfigureAwait(false);
            health.Passed();
        }
        finally
        {
            if (leases.Count < free)
            {
                slots.Release(free - leases.Count);
            }
        }

        foreach (var lease in leases)
        {
            _ = RunAsync(lease);
        }

        if (leases.Count == 0)
        {
            await work.WaitForWorkAsync(IdleLimit, stopping).ConfigureAwait(false);
        }
    }

    private async Task WaitForSlotAsync(CancellationToken stopping)
    {
        if (slots.CurrentCount > 0)
        {
            await slots.WaitAsync(stopping).ConfigureAwait(false);
            return;
        }

        health.Saturated(true);
        try
        {
            await slots.WaitAsync(stopping).ConfigureAwait(false);
        }
        finally
        {
            health.Saturated(false);
        }
    }

    // Not with the stopping token: a question that is cut off after the store has answered it would lose the lease until it runs
    // out. What is taken while stopping is still run, within the grace.
    private async Task<IReadOnlyList<EventLease>> ClaimAsync(int atMost)
    {
        using var limit = new CancellationTokenSource(StoreLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, giveUp.Token);
        try
        {
            await abandoned.GiveBackAsync().WaitAsync(either.Token).ConfigureAwait(false);
            return await work.ClaimAsync(atMost, options.Lease, either.Token).WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (limit.IsCancellationRequested)
        {
            throw new StoreUnavailableException(
                $"The store did not answer within {StoreLimit.TotalSeconds} s when asked for work.", exception);
        }
    }

    // Only the loop above calls this, never concurrently: what is queued here is what is consumed here, before the first await. The
    // task ends with the event's run and does not fail for the run's failure.
    private async Task RunAsync(EventLease lease)
    {
        health.Began();
        var claimed = new ClaimedEvent(lease, giveUp.Token);
        try
        {
            queue.QueueInvocableWithPayload<ProcessEvent, ClaimedEvent>(claimed);
            await queue.ConsumeQueueAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            metrics.PumpFailed();
            Log.QueueFailed(logger, exception);
        }

        if (!claimed.HasBegun)
        {
            Log.NotBegun(logger, lease.Event.EventId);
        }

        health.Ended();
        slots.Release();
    }

    private async Task DrainAsync()
    {
        Log.Stopping(logger, health.Running);
        using var grace = new CancellationTokenSource(options.ShutdownGrace, time);
        await using var over = grace.Token.Register(giveUp.Cancel).ConfigureAwait(false);

        // All slots back means that nothing runs; a cancelled run gives its lease back and ends.
        for (var free = 0; free < options.Workers; free++)
        {
            await slots.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        try
        {
            await abandoned.GiveBackAsync().ConfigureAwait(false);
        }
        catch (StoreUnavailableException exception)
        {
            Log.NotGivenBack(logger, exception);
        }
    }
}
