namespace SalesIntel.Benchmarks.Sizes;

/// <summary>The machine's clock, ahead by a time.</summary>
internal sealed class LaterTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
