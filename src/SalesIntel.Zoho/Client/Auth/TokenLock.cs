namespace SalesIntel.Zoho.Client;

/// <summary>The right to refresh, which never fails to be given back: it runs out by itself.</summary>
/// <param name="inner">The shared lock; null when there is no shared state to take one from.</param>
/// <param name="atMost">After which time the shared state gives it to somebody else.</param>
/// <param name="asked">When it was asked for: the shared state counts from a moment that is no earlier.</param>
/// <param name="askedAt">The same by the calendar.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Gets the failure to give it back.</param>
internal sealed class TokenLock(IAsyncDisposable? inner, TimeSpan atMost, long asked, DateTimeOffset askedAt, TimeProvider time, ILogger logger) : IAsyncDisposable
{
    /// <summary>For how long nobody else has it for sure; a store that answers slowly uses it up.</summary>
    public TimeSpan Left => inner is null ? TimeSpan.MaxValue : atMost - Longer(time.GetElapsedTime(asked), time.GetUtcNow() - askedAt);

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

    // A calendar can be set back, and what counts time alone stands still while a machine is suspended.
    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
