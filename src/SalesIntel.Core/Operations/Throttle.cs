namespace SalesIntel.Operations;

/// <summary>Lets at most so many through in a second, evenly spaced.</summary>
internal sealed class Throttle(double perSecond, TimeProvider time)
{
    // Timers count whole milliseconds; rounded up, so that it is never more than was asked for.
    private readonly TimeSpan interval = TimeSpan.FromMilliseconds(Math.Ceiling(1_000 / perSecond));
    private long? last;

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        if (last is { } before && interval - time.GetElapsedTime(before) is var wait && wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
        }

        last = time.GetTimestamp();
    }
}
