using Microsoft.Extensions.Time.Testing;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>A clock that goes on by itself, roughly as the real one does, and jumps when a test says so.</summary>
internal sealed class FlowingTime : FakeTimeProvider, IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(5);

    private readonly Timer ticks;

    public FlowingTime()
        : base(DateTimeOffset.UtcNow) => ticks = new Timer(_ => Advance(Tick), null, Tick, Tick);

    public ValueTask DisposeAsync() => ticks.DisposeAsync();
}
