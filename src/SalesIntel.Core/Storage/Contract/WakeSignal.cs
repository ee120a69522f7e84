namespace SalesIntel.Storage.Contract;

/// <summary>Wakes everyone who waits for work. Whoever waits first takes <see cref="Next"/>, then looks whether there is work, and
/// only then waits: so no signal is lost between looking and waiting.</summary>
public sealed class WakeSignal
{
    private TaskCompletionSource next = Create();

    /// <summary>Ends with the next signal.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    /// <summary>Wakes all who took <see cref="Next"/> before.</summary>
    public void Set() => Interlocked.Exchange(ref next, Create()).TrySetResult();

    /// <summary>Waits for a signal taken earlier, for at most a time.</summary>
    /// <param name="signal">What <see cref="Next"/> gave.</param>
    /// <param name="atMost">For how long; nothing or less returns at once.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Ends the wait with <see cref="OperationCanceledException"/>.</param>
    public static async Task WaitAsync(Task signal, TimeSpan atMost, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (atMost <= TimeSpan.Zero || signal.IsCompleted)
        {
            return;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(signal, Task.Delay(atMost, time, over.Token)).ConfigureAwait(false);
        await over.CancelAsync().ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource Create() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
