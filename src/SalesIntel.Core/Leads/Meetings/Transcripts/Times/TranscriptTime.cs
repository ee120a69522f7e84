namespace SalesIntel.Leads;

/// <summary>When something was said, in the form in which a transcript says it. The default value is no time.</summary>
internal readonly record struct TranscriptTime
{
    // A recording is not longer; a larger number is another unit or no time.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private enum Form
    {
        None,
        Moment,
        Offset,
        TimeOfDay,
        Number,
    }

    private Form Kind { get; init; }

    private DateTimeOffset Moment { get; init; }

    private TimeSpan Clock { get; init; }

    private double Number { get; init; }

    private double Unit { get; init; }

    internal bool IsKnown => Kind != Form.None;

    /// <summary>The offset from the start of the recording, or the time of day; null for everything else.</summary>
    internal TimeSpan? OnClock => Kind is Form.Offset or Form.TimeOfDay ? Clock : null;

    /// <summary>True for <c>3:05 PM</c>: without a date and a zone it says no moment.</summary>
    internal bool IsTimeOfDay => Kind == Form.TimeOfDay;

    /// <summary>A number whose unit its sender does not state; null for everything else.</summary>
    internal double? Unitless => Kind == Form.Number && Unit == 0 ? Number : null;

    internal static TranscriptTime At(DateTimeOffset moment) => new() { Kind = Form.Moment, Moment = moment };

    internal static TranscriptTime After(TimeSpan offset) => new() { Kind = Form.Offset, Clock = offset };

    internal static TranscriptTime OfDay(TimeSpan clock) => new() { Kind = Form.TimeOfDay, Clock = clock };

    /// <summary>A number: large ones are Unix times, small ones count from the start.</summary>
    /// <param name="number">The number; negative ones are no times.</param>
    /// <param name="unit">Seconds that 1 stands for in a small number; 0 when the sender does not state it.</param>
    internal static TranscriptTime Of(double number, double unit) =>
        number >= 0 && double.IsFinite(number) ? new() { Kind = Form.Number, Number = number, Unit = unit } : default;

    /// <summary>The moment in UTC; null when it is unknown or no date can say it.</summary>
    /// <param name="start">The start of the recording.</param>
    /// <param name="unit">Seconds that 1 stands for in a number without a unit.</param>
    internal DateTimeOffset? Resolve(DateTimeOffset? start, double unit) => Kind switch
    {
        Form.Moment => Moment,
        Form.Offset when start is { } from && DateTimeOffset.MaxValue - from > Clock => (from + Clock).ToUniversalTime(),
        Form.Number => WireTime.FromNumber(Number, start, Unit == 0 ? unit : Unit),
        _ => null,
    };

    /// <summary>The distance from the start where no start is known, so that turns can be put in order; null when unknown.</summary>
    internal TimeSpan? Distance(double unit)
    {
        if (Kind != Form.Number)
        {
            return Kind == Form.Offset ? Clock : null;
        }

        var seconds = Number * (Unit == 0 ? unit : Unit);
        return seconds <= Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }
}
