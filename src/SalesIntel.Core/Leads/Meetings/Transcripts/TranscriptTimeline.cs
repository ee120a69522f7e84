namespace SalesIntel.Leads;

/// <summary>Puts the parts of a transcript in the order of their times and turns the times into moments.</summary>
internal sealed class TranscriptTimeline
{
    private const double Millisecond = 0.001;

    // Milliseconds where seconds would be more than a day.
    private const double LongestInSeconds = 86_400;

    // In milliseconds, or else in seconds, people would speak that many characters in a second; they speak about fifteen.
    private const int FewestCharacters = 100;
    private const double SlowestSpeech = 2;
    private const double FastestSpeech = 60;

    // Nobody cuts off the first two hours of a recording; a transcript that begins later shows the time of the day.
    private static readonly TimeSpan LatestBeginning = TimeSpan.FromHours(2);

    private readonly IReadOnlyList<TranscriptPart> parts;
    private readonly DateTimeOffset? start;
    private readonly double unit;

    internal TranscriptTimeline(IReadOnlyList<TranscriptPart> parts, DateTimeOffset? start)
    {
        this.parts = parts;
        this.start = start;
        unit = UnitOf(parts);
        var clocks = parts.Where(part => part.Time.OnClock is not null).Select(part => part.Time).ToList();
        IsTimeOfDay = clocks.Count > 0 && (clocks.Any(time => time.IsTimeOfDay) || clocks.Min(time => time.OnClock) >= LatestBeginning);
        Unread = start is null ? 0 : parts.Count(part => part.Time.IsKnown && !IsUnusable(part.Time) && MomentOf(part.Time) is null);
    }

    /// <summary>True when the transcript shows times of the day without a date, which are no moments.</summary>
    internal bool IsTimeOfDay { get; }

    /// <summary>How many times are beyond what a date can say.</summary>
    internal int Unread { get; }

    /// <summary>The parts in the order of their times, with the moments in UTC. A part without a time stays behind the one before it.
    /// </summary>
    internal IEnumerable<(TranscriptPart Part, DateTimeOffset? At)> InOrder()
    {
        var keys = Keys(part => MomentOf(part.Time)?.UtcTicks) ?? Keys(part => DistanceOf(part.Time)?.Ticks);
        var all = parts.Index();
        return (keys is null ? all : all.OrderBy(entry => keys[entry.Index])).Select(entry => (entry.Item, MomentOf(entry.Item.Time)));
    }

    private static double UnitOf(IReadOnlyList<TranscriptPart> parts)
    {
        // Larger numbers are Unix times.
        var timed = parts.Where(part => part.Time.Unitless is < 1e9).ToList();
        var numbers = timed.Select(part => part.Time.Unitless!.Value).ToList();
        if (numbers.Count == 0 || numbers.Any(number => number != Math.Floor(number)))
        {
            return 1;
        }

        var characters = timed.Sum(part => (double)part.Text.Length);
        var perMillisecond = characters / Math.Max(1, numbers.Max() - numbers.Min());
        return numbers.Max() >= LongestInSeconds
            || (characters >= FewestCharacters && perMillisecond * 1000 is >= SlowestSpeech and <= FastestSpeech)
                ? Millisecond
                : 1;
    }

    private bool IsUnusable(TranscriptTime time) => IsTimeOfDay && time.OnClock is not null;

    private DateTimeOffset? MomentOf(TranscriptTime time) => IsUnusable(time) ? null : time.Resolve(start, unit);

    private TimeSpan? DistanceOf(TranscriptTime time) => IsUnusable(time) ? null : time.Distance(unit);

    // Null when some times have no key: they cannot be compared with the others.
    private long[]? Keys(Func<TranscriptPart, long?> keyOf)
    {
        var keys = new long[parts.Count];
        var last = long.MinValue;
        for (var i = 0; i < parts.Count; i++)
        {
            var key = keyOf(parts[i]);
            if (key is null && parts[i].Time.IsKnown)
            {
                return null;
            }

            last = key ?? last;
            keys[i] = last;
        }

        return keys;
    }
}
