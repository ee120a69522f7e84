namespace SalesIntel.Zoho.Client;

/// <summary>How many access tokens may be fetched: Zoho hands out 10 for a refresh token in 10 minutes, to all processes together,
/// https://www.zoho.com/crm/developer/docs/api/v8/refresh.html. What was fetched is known to the store, so that a restart does not forget
/// it. </summary>
internal sealed class RefreshBudget(ZohoTokenStore store, TimeProvider time)
{
    /// <summary>Below Zoho's 10 in 10 minutes: another program may use the same refresh token, and two clocks are never the same.</summary>
    internal const int Most = 8;

    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    // When others have fetched them, nobody here knows when.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private readonly Queue<DateTimeOffset> own = new();

    /// <summary>Spends one; to be called by whoever holds the right to refresh.</summary>
    /// <returns>Null when it was spent, else after which time there may be one again.</returns>
    public async Task<TimeSpan?> TrySpendAsync(string credentials, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        lock (own)
        {
            while (own.TryPeek(out var oldest) && now - oldest >= Window)
            {
                own.Dequeue();
            }

            if (own.Count >= Most)
            {
                return own.Peek() + Window - now;
            }
        }

        for (var number = 0; number < Most; number++)
        {
            if (await store.TrySpendAsync($"{credentials}:{number}", Window, cancellationToken).ConfigureAwait(false))
            {
                lock (own)
                {
                    own.Enqueue(now);
                }

                return null;
            }
        }

        return LookAgain;
    }
}
