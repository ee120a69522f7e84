namespace SalesIntel.Zoho.Client;

/// <summary>How many access tokens may be fetched: Zoho hands out 10 for a refresh token in 10 minutes, to all processes together,
/// https://www.zoho.com/crm/developer/docs/api/v8/refresh.html. What was fetched is known to the store, so that a restart does not forget
/// it, and comes back by the store's time, so that nobody's clock matters.</summary>
internal sealed class RefreshBudget(ZohoTokenStore store, TimeProvider time)
{
    /// <summary>Below Zoho's 10 in 10 minutes: another program may use the same refresh token.</summary>
    internal const int Most = 8;

    internal static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    /// <summary>For how long what was spent may be used: a store or a process that is slow in between does not put it into a later window.
    /// </summary>
    internal static readonly TimeSpan Slack = TimeSpan.FromSeconds(15);

    // When others have fetched them, nobody here knows when.
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Queue<long> own = new();
    private (string Credentials, long At)? unused;

    /// <summary>Spends one, unless one is left that was spent and not used; to be called by whoever holds the right to refresh.</summary>
    /// <returns>Null when it was spent, else after which time there may be one again.</returns>
    public async Task<TimeSpan?> TrySpendAsync(string credentials, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            while (own.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= Window)
            {
                own.Dequeue();
            }

            if (own.Count >= Most)
            {
                return Window - time.GetElapsedTime(own.Peek());
            }

            if (IsUnused(credentials))
            {
                return null;
            }
        }

        for (var number = 0; number < Most; number++)
        {
            var at = time.GetTimestamp();
            if (await store.TrySpendAsync($"{credentials}:{number}", Window + Slack, cancellationToken).ConfigureAwait(false))
            {
                lock (gate)
                {
                    unused = (credentials, at);
                }

                return null;
            }
        }

        return LookAgain;
    }

    /// <summary>Uses what was spent; false when that was too long ago.</summary>
    public bool TryUse(string credentials)
    {
        lock (gate)
        {
            var mayUse = IsUnused(credentials);
            unused = null;
            if (mayUse)
            {
                own.Enqueue(time.GetTimestamp());
            }

            return mayUse;
        }
    }

    private bool IsUnused(string credentials) =>
        unused is { } spent && spent.Credentials == credentials && time.GetElapsedTime(spent.At) < Slack;
}
