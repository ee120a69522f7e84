using SalesIntel.Storage.Contract;

namespace SalesIntel.Zoho.Tests.Auth.Attack;

/// <summary>The store as one process reaches it: each call may take its time, before and after it is done, and nothing comes back to a process
/// that was killed meanwhile.</summary>
internal sealed class AttackedStore(ISharedState inner, AttackPlan plan, TimeProvider time) : ISharedState
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    /// <summary>The process is gone: what it has done stays, and it does nothing more.</summary>
    public bool IsKilled { get; set; }

    public Task<string?> GetAsync(string key, CancellationToken cancellationToken) =>
        CallAsync(() => inner.GetAsync(key, CancellationToken.None), cancellationToken);

    public Task SetAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken) =>
        CallAsync(
            async () =>
            {
                await inner.SetAsync(key, value, life, CancellationToken.None).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    public Task RemoveAsync(string key, string expected, CancellationToken cancellationToken) =>
        CallAsync(
            async () =>
            {
                await inner.RemoveAsync(key, expected, CancellationToken.None).ConfigureAwait(false);
                return true;
            },
            cancellationToken);

    public async Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan atMost, CancellationToken cancellationToken) =>
        await CallAsync(() => inner.TryLockAsync(name, atMost, CancellationToken.None), cancellationToken).ConfigureAwait(false) is { } taken
            ? new Taken(this, taken)
            : null;

    private async Task<T> CallAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        await PauseAsync(cancellationToken).ConfigureAwait(false);
        var answer = await call().ConfigureAwait(false);
        await PauseAsync(cancellationToken).ConfigureAwait(false);
        return answer;
    }

    private async Task PauseAsync(CancellationToken cancellationToken)
    {
        if (plan.StorePause() is { Ticks: > 0 } pause)
        {
            await Task.Delay(pause, time, cancellationToken).ConfigureAwait(false);
        }

        if (IsKilled)
        {
            await Never.ConfigureAwait(false);
        }
    }

    private sealed class Taken(AttackedStore store, IAsyncDisposable taken) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await store.CallAsync(
            async () =>
            {
                await taken.DisposeAsync().ConfigureAwait(false);
                return true;
            },
            CancellationToken.None).ConfigureAwait(false);
    }
}
