using SalesIntel.Storage.Contract;

namespace SalesIntel.Zoho.Tests.Support;

/// <summary>A store that takes its time for each answer: half of it before it does what it was asked for.</summary>
internal sealed class SlowSharedState(ISharedState inner, TimeProvider time) : ISharedState
{
    public TimeSpan Each { get; set; }

    public Task<string?> GetAsync(string key, CancellationToken cancellationToken) =>
        SlowlyAsync(() => inner.GetAsync(key, cancellationToken));

    public Task SetAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken) =>
        SlowlyAsync(async () => { await inner.SetAsync(key, value, life, cancellationToken); return true; });

    public Task RemoveAsync(string key, string expected, CancellationToken cancellationToken) =>
        SlowlyAsync(async () => { await inner.RemoveAsync(key, expected, cancellationToken); return true; });

    public Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan atMost, CancellationToken cancellationToken) =>
        SlowlyAsync(() => inner.TryLockAsync(name, atMost, cancellationToken));

    private async Task<T> SlowlyAsync<T>(Func<Task<T>> call)
    {
        await Task.Delay(Each / 2, time);
        var answer = await call();
        await Task.Delay(Each / 2, time);
        return answer;
    }
}
