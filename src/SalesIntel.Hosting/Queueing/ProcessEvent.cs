using Coravel.Invocable;
using SalesIntel.Hosting.Telemetry;

namespace SalesIntel.Hosting.Queueing;

/// <summary>What Coravel runs for a claimed event, in a scope of its own.</summary>
internal sealed class ProcessEvent(
    EventWork work,
    AbandonedLeases abandoned,
    SalesIntelMetrics metrics,
    TimeProvider time,
    ILogger<ProcessEvent> logger)
    : IInvocable, IInvocableWithPayload<ClaimedEvent>
{
    public ClaimedEvent Payload { get; set; } = null!;

    public async Task Invoke()
    {
        Payload.HasBegun = true;

        // Coravel begins items one after another on the caller's thread; none may hold up the pump.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        var (lease, giveUp) = (Payload.Lease, Payload.GiveUp);
        using var activity = SalesIntelMetrics.Activities.StartActivity("event.process");
        activity?.SetTag("event_id", lease.Event.EventId).SetTag("stage", lease.Event.Stage.ToString());
        var begun = time.GetTimestamp();
        try
        {
            await work(lease, giveUp).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (giveUp.IsCancellationRequested)
        {
            Log.GivenBack(logger, lease.Event.EventId);
        }
        catch (StoreUnavailableException)
        {
            abandoned.Add(lease);
            Log.RunLostStore(logger, lease.Event.EventId);
        }
        catch (Exception exception)
        {
            metrics.PumpFailed();
            Log.RunFailed(logger, lease.Event.EventId, exception.GetType().Name);
            Log.RunFailedDetail(logger, lease.Event.EventId, exception);
        }
        finally
        {
            metrics.Ran(lease.Event.Stage.ToString().ToLowerInvariant(), time.GetElapsedTime(begun));
        }
    }
}
