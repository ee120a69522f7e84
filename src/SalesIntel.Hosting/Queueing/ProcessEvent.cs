using Coravel.Invocable;
using Microsoft.Extensions.Logging;
using SalesIntel.Hosting.Telemetry;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Queueing;

/// <summary>What Coravel runs for a taken event, in a scope of its own. The payload is the event's id.</summary>
internal sealed class ProcessEvent(
    ClaimedEvents claimed,
    AbandonedLeases abandoned,
    IEventRunner runner,
    SalesIntelMetrics metrics,
    TimeProvider time,
    ILogger<ProcessEvent> logger)
    : IInvocable, IInvocableWithPayload<string>
{
    public string Payload { get; set; } = "";

    public async Task Invoke()
    {
        // Picked up before the first await: afterwards the pump may look whether it was.
        if (!claimed.TryTake(Payload, out var lease, out var stop))
        {
            return;
        }

        // Coravel begins items one after another on the caller's thread; none may hold up the pump.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var activity = SalesIntelMetrics.Activities.StartActivity("event.process");
        activity?.SetTag("event_id", lease.Event.EventId).SetTag("stage", lease.Event.Stage.ToString());
        var begun = time.GetTimestamp();
        try
        {
            await runner.RunAsync(lease, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
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
