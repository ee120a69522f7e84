namespace SalesIntel.Hosting.Commands.Store;

/// <summary>Says now and then how far a copy has come.</summary>
internal sealed class CopyProgress(TextWriter output, TimeProvider time) : IProgress<long>
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private long last = time.GetTimestamp();

    public void Report(long value)
    {
        if (time.GetElapsedTime(last) >= Interval)
        {
            last = time.GetTimestamp();
            output.WriteLine($"{Counted.Of(value, "record")} written");
        }
    }
}
