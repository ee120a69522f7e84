namespace SalesIntel.Engine;

/// <summary>Bounds what is logged about something that anybody can cause: ten lines a minute. How many were left out is told when the
/// minute is over.</summary>
/// <param name="time">The clock.</param>
/// <param name="tellLeftOut">Tells how many lines were left out.</param>
internal sealed class LogRate(TimeProvider time, Action<long> tellLeftOut)
{
    public const int MostLines = 10;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private long begun;
    private int lines;
    private long leftOut;
    private ITimer? timer;

    /// <summary>True when a line may be logged now; else it is counted.</summary>
    public bool MayLog()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            if (lines == 0 || (leftOut == 0 && time.GetElapsedTime(begun, now) >= Window))
            {
                (begun, lines) = (now, 0);
            }

            if (lines < MostLines)
            {
                lines++;
                return true;
            }

            leftOut++;
            timer ??= time.CreateTimer(static rate => ((LogRate)rate!).End(), this, Remaining(now), Timeout.InfiniteTimeSpan);
            return false;
        }
    }

    private TimeSpan Remaining(long now)
    {
        var left = Window - time.GetElapsedTime(begun, now);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void End()
    {
        long count;
        lock (gate)
        {
            count = leftOut;
            (lines, leftOut) = (0, 0);
            timer?.Dispose();
            timer = null;
        }

        tellLeftOut(count);
    }
}
