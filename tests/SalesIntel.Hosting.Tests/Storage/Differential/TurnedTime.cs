using Microsoft.Extensions.Time.Testing;

namespace SalesIntel.Hosting.Tests.Storage.Differential;

/// <summary>A clock that a test moves, and whose hands can be set apart from the time that passes.</summary>
internal sealed class TurnedTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan turned;

    public void Turn(TimeSpan by) => turned += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + turned;

    // The one of the base class goes with the hands.
    public override long GetTimestamp() => base.GetUtcNow().UtcTicks;
}
