namespace SalesIntel.Hosting.Redis;

/// <summary>Looks at the server's configuration before anything of this host starts, and logs what is at risk, each warning once. A
/// server that is away does not keep the host from starting; it is looked at when it is there. Nor does one that answers oddly. One with which
/// nothing can work until somebody changes a setting does.</summary>
internal sealed class StoreCheck(RedisStore store, TimeProvider time, ILogger<StoreCheck> logger) : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource stopping = new();
    private Task later = Task.CompletedTask;
    private string? refused;

    /// <exception cref="InvalidOperationException">This store can't work there; the message says what to set.</exception>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await TryAsync(isFirst: true, cancellationToken).ConfigureAwait(false))
            {
                later = TryLaterAsync();
            }
        }
        catch (RedisMistakeException mistake)
        {
            throw new InvalidOperationException(mistake.Message, mistake);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.CheckFailed(logger, exception);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => stopping.CancelAsync();

    public Task StopAsync(CancellationToken cancellationToken) => later.WaitAsync(cancellationToken);

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => stopping.Dispose();

    private async Task TryLaterAsync()
    {
        try
        {
            do
            {
                await Task.Delay(Pause, time, stopping.Token).ConfigureAwait(false);
            }
            while (!await TryAgainAsync().ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            Log.NotChecked(logger);
        }
        catch (Exception exception)
        {
            Log.CheckFailed(logger, exception);
        }
    }

    // This host runs by now, and goes on when the setting has been changed.
    private async Task<bool> TryAgainAsync()
    {
        try
        {
            return await TryAsync(isFirst: false, stopping.Token).ConfigureAwait(false);
        }
        catch (RedisMistakeException mistake)
        {
            if (mistake.Message != refused)
            {
                Log.Refused(logger, refused = mistake.Message);
            }

            return false;
        }
    }

    private async Task<bool> TryAsync(bool isFirst, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var warning in await store.CheckAsync(cancellationToken).ConfigureAwait(false))
            {
                Log.AtRisk(logger, warning);
            }

            Log.Checked(logger);
            return true;
        }
        catch (StoreUnavailableException exception) when (exception.InnerException is RedisMistakeException mistake)
        {
            throw mistake;
        }
        catch (StoreUnavailableException exception)
        {
            if (isFirst)
            {
                Log.CheckPutOff(logger, exception.Message);
            }

            return false;
        }
    }
}
