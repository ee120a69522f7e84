using Coravel.Queuing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Hosting.Queueing;

/// <summary>Coravel's queue, consumed at once by its only caller, the pump. Coravel's own host for it looks at whole seconds, waits
/// for whole batches and has no bound.</summary>
internal sealed class EventQueue
{
    private readonly Queue queue;

    public EventQueue(IServiceScopeFactory scopes, ILogger<EventQueue> logger)
    {
        // Without a dispatcher there are no listeners, which could fail or change what becomes of an item.
        queue = new Queue(scopes, dispatcher: null);
        queue.OnError(exception => Log.QueueFailed(logger, exception));
    }

    /// <summary>Queues an event's id and has it consumed. Must not be called concurrently: what this call queues, it takes itself
    /// before it returns its task. The task ends with the event's run and does not fail for the run's failure.</summary>
    public Task RunAsync(string eventId)
    {
        queue.QueueInvocableWithPayload<ProcessEvent, string>(eventId);
        return queue.ConsumeQueueAsync();
    }
}
