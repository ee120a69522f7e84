namespace SalesIntel.Zoho.Client;

/// <summary>One fetch at a time for all callers of this process. It belongs to none of them: who is cancelled ends its own wait.</summary>
internal sealed class SingleFetch
{
    private readonly Lock gate = new();
    private TaskCompletionSource<AccessToken>? running;
    private string? runningFor;

    /// <summary>True while a token is fetched, here or by another process that this one waits for.</summary>
    public bool IsRunning
    {
        get
        {
            lock (gate)
            {
                return running is not null;
            }
        }
    }

    /// <summary>The fetch with these credentials that is under way, or a new one.</summary>
    public Task<AccessToken> Join(string credentials, Func<Task<AccessToken>> fetch)
    {
        TaskCompletionSource<AccessToken> begun;
        lock (gate)
        {
            if (running is not null && runningFor == credentials)
            {
                return running.Task;
            }

            runningFor = credentials;
            running = begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _ = RunAsync(begun, fetch);
        return begun.Task;
    }

    private async Task RunAsync(TaskCompletionSource<AccessToken> begun, Func<Task<AccessToken>> fetch)
    {
        try
        {
            var token = await fetch().ConfigureAwait(false);
            End(begun);
            begun.SetResult(token);
        }
        catch (Exception failure)
        {
            End(begun);
            begun.SetException(failure);

            // Whoever has an older token waits for nothing here.
            _ = begun.Task.Exception;
        }
    }

    private void End(TaskCompletionSource<AccessToken> begun)
    {
        lock (gate)
        {
            if (running == begun)
            {
                running = null;
            }
        }
    }
}
