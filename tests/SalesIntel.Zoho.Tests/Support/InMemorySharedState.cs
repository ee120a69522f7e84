using System.Collections.Concurrent;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Zoho.Tests.Support;

/// <summary>What several processes would share; can be made to fail.</summary>
internal sealed class InMemorySharedState(TimeProvider time) : ISharedState
{
    private readonly ConcurrentDictionary<string, (string Value, DateTimeOffset Until)> _values = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _locks = new();

    public Exception? Failure { get; set; }

    public bool IsLocked(string name) => _locks.TryGetValue(name, out var until) && until > time.GetUtcNow();

    public Task<string?> GetAsync(string key, CancellationToken cancellationToken) => Try(() =>
        _values.TryGetValue(key, out var held) && held.Until > time.GetUtcNow() ? held.Value : null);

    public Task SetAsync(string key, string value, TimeSpan life, CancellationToken cancellationToken) => Try(() =>
        _values[key] = (value, time.GetUtcNow() + life));

    public Task RemoveAsync(string key, string expected, CancellationToken cancellationToken) => Try(() =>
        _values.TryGetValue(key, out var held) && held.Value == expected && _values.TryRemove(new(key, held)));

    public Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan atMost, CancellationToken cancellationToken) => Try(() =>
        Take(name, time.GetUtcNow() + atMost) ? (IAsyncDisposable?)new Held(() => _locks.TryRemove(name, out _)) : null);

    private bool Take(string name, DateTimeOffset until) =>
        _locks.TryAdd(name, until)
        || (_locks.TryGetValue(name, out var held) && held <= time.GetUtcNow() && _locks.TryUpdate(name, until, held));

    private Task<T> Try<T>(Func<T> call) => Failure is null ? Task.FromResult(call()) : Task.FromException<T>(Failure);

    private sealed class Held(Action release) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            release();
            return ValueTask.CompletedTask;
        }
    }
}
