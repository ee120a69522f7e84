namespace SalesIntel.Zoho.Client;

/// <summary>The right to refresh, which never fails to be given back: it runs out by itself.</summary>
/// <param name="inner">The shared lock; null when there is no shared state to take one from.</param>
/// <param name="logger">Gets the failure to give it back.</param>
internal sealed class TokenLock(IAsyncDisposable? inner, ILogger logger) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        if (inner is null)
        {
            return;
        }

        try
        {
            await inner.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Log.SharedStateFailed(logger, "unlock", failure.GetType().Name);
        }
    }
}
