namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>The clock of a host that is set wrong; may be set anew while it runs.</summary>
internal sealed class ShiftedTime(TimeSpan shift) : TimeProvider
{
    private long ticks = shift.Ticks;

    public void SetBy(TimeSpan shift) => Interlocked.Exchange(ref ticks, shift.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Interlocked.Read(ref ticks));
}
