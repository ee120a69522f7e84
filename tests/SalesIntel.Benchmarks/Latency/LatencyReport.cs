using System.Globalization;

namespace SalesIntel.Benchmarks.Latency;

/// <summary>Shows the times as a table (Markdown).</summary>
internal static class LatencyReport
{
    public static void Write(TextWriter output, string store, IReadOnlyList<BookingTimes> times, int notIdle)
    {
        output.WriteLine();
        output.WriteLine($"Store: {store}. {times.Count} bookings, {notIdle} of them sent before the one before was done.");
        output.WriteLine();
        output.WriteLine("| ms | median | p90 | p99 | max |");
        output.WriteLine("|---|---|---|---|---|");
        Row(output, "answer to the POST", times.Select(time => time.Answer));
        Row(output, "acceptance to facts in the CRM", times.Select(time => time.ToFacts));
        Row(output, "acceptance to note written", times.Select(time => time.ToNote));

        // On a busy machine the answer may be noticed late, which would flatter the two above; this one has both ends outside.
        Row(output, "sending the POST to facts in the CRM", times.Select(time => time.Answer + time.ToFacts));
    }

    private static void Row(TextWriter output, string name, IEnumerable<TimeSpan> values)
    {
        double[] sorted = [.. values.Select(value => value.TotalMilliseconds).Order()];
        string At(double share) =>
            sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)].ToString("0.0", CultureInfo.InvariantCulture);
        output.WriteLine($"| {name} | {At(0.5)} | {At(0.9)} | {At(0.99)} | {At(1)} |");
    }
}
