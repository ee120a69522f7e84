namespace SalesIntel.Zoho.Crm;

/// <summary>Whether the refresh token may query. Zoho tells with the first query, and a new token seldom comes without a restart.</summary>
internal sealed class QueryAccess(TimeProvider time, ILogger<QueryAccess> logger)
{
    internal static readonly TimeSpan RefusedLife = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private long? refusedAt;

    public bool IsOpen
    {
        get
        {
            lock (gate)
            {
                return refusedAt is not { } at || time.GetElapsedTime(at) >= RefusedLife;
            }
        }
    }

    /// <summary>Zoho has refused a query for want of the scope, or of a right of the user.</summary>
    public void Refuse()
    {
        var wasOpen = IsOpen;
        lock (gate)
        {
            refusedAt = time.GetTimestamp();
        }

        if (wasOpen)
        {
            Log.QueriesRefused(logger);
        }
    }
}
