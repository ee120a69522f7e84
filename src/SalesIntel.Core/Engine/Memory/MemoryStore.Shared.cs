using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

public sealed partial class MemoryStore
{
    /// <inheritdoc/>
    public Task<bool> OpenAsync(string provider, DateTimeOffset until, string reason, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var now = Now;
            var before = circuits.Get(provider)?.Open;
            var asked = clock.FromHost(until);
            var end = before?.Until > asked ? before.Until : asked;
            circuits.Set(
                provider,
                new StoredCircuit(new OpenCircuit(before?.Since ?? now, end, reason), ProbeUntil: null),
                (end > now ? end - now : TimeSpan.Zero) + OpenCircuit.Rest);
            return Answer(before is null, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<bool> TryProbeAsync(string provider, TimeSpan atMost, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (circuits.Get(provider) is not { } circuit || circuit.Open.Until > Now || circuit.ProbeUntil > Now)
            {
                return Answer(false, cancellationToken);
            }

            circuits.Replace(provider, circuit with { ProbeUntil = Now + atMost });
            return Answer(true, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<OpenCircuit?> CloseAsync(string provider, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var before = circuits.Get(provider);
            circuits.Remove(provider);
            return Answer(clock.ToHost(before?.Open), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task SetAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            values.Set(key, value, life);
            return Answer(true, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task RemoveAsync(string key, string expected, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (values.Get(key) == expected)
            {
                values.Remove(key);
            }

            return Answer(true, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan atMost, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var token = Guid.NewGuid().ToString("N");
            IAsyncDisposable? taken = locks.TryAdd(name, token, atMost) ? new HeldLock(this, name, token) : null;
            return Answer(taken, cancellationToken);
        }
    }

    Task<OpenCircuit?> ICircuitStore.GetAsync(string provider, CancellationToken cancellationToken) =>
        Locked(() => clock.ToHost(circuits.Get(provider)?.Open), cancellationToken);

    Task<string?> ISharedState.GetAsync(string key, CancellationToken cancellationToken) =>
        Locked(() => values.Get(key), cancellationToken);

    private sealed class HeldLock(MemoryStore store, string name, string token) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            lock (store.gate)
            {
                if (store.locks.Get(name) == token)
                {
                    store.locks.Remove(name);
                }
            }

            return ValueTask.CompletedTask;
        }
    }
}
