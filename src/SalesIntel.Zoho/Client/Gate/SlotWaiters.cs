namespace SalesIntel.Zoho.Client;

/// <summary>Who waits for a slot, by priority and then in order. For use under its owner's lock.</summary>
internal sealed class SlotWaiters
{
    // So that work in the background never starves.
    private const int BackgroundTurn = 10;

    private readonly LinkedList<TaskCompletionSource> normal = new();
    private readonly LinkedList<TaskCompletionSource> background = new();
    private int served;

    public int Count => normal.Count + background.Count;

    public LinkedListNode<TaskCompletionSource> Add(ZohoPriority priority) =>
        (priority == ZohoPriority.Background ? background : normal)
        .AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Takes one out that waits no longer; false when it was served already.</summary>
    public static bool Remove(LinkedListNode<TaskCompletionSource> waiter)
    {
        if (waiter.List is not { } list)
        {
            return false;
        }

        list.Remove(waiter);
        return true;
    }

    /// <summary>Takes out whose turn it is. There is one.</summary>
    public TaskCompletionSource Next()
    {
        var queue = normal.Count == 0 || (background.Count > 0 && served % BackgroundTurn == BackgroundTurn - 1) ? background : normal;
        served++;
        var first = queue.First!;
        queue.RemoveFirst();
        return first.Value;
    }
}
