using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>A shared state whose store can't be reached.</summary>
internal sealed class AwaySharedState : ISharedState
{
    public Task<string?> GetAsync(string key, CancellationToken cancellationToken) => throw new StoreUnavailableException("away");

    public Task SetAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken) =>
        throw new StoreUnavailableException("away");

    public Task RemoveAsync(string key, string expected, CancellationToken cancellationToken) =>
        throw new StoreUnavailableException("away");

    public Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan atMost, CancellationToken cancellationToken) =>
        throw new StoreUnavailableException("away");
}
