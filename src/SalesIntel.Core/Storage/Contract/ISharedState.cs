namespace SalesIntel.Storage.Contract;

/// <summary>Small values and locks shared by all processes, e.g. an access token that each would otherwise fetch for itself.</summary>
public interface ISharedState
{
    /// <summary>The value; null when absent or expired.</summary>
    Task<string?> GetAsync(string key, CancellationToken cancellationToken);

    /// <summary>Sets the value for a time.</summary>
    Task SetAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken);

    /// <summary>Removes the value, but only while it still is <paramref name="expected"/>.</summary>
    Task RemoveAsync(string key, string expected, CancellationToken cancellationToken);

    /// <summary>Takes a lock for at most a time; null when somebody else holds it. Disposing gives it back.</summary>
    Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan atMost, CancellationToken cancellationToken);
}
