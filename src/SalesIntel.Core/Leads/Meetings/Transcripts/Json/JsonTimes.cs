namespace SalesIntel.Leads;

/// <summary>Reads the times of a transcript's JSON in every form that recorders use.</summary>
internal static class JsonTimes
{
    // Inside of an object: what counts from the start is exact, what a clock on the wall said is not.
    private static readonly string[] Inside = ["relative", "seconds", "start", "from", "absolute", "value"];

    /// <summary>Reads a time.</summary>
    /// <param name="value">A number, a text, or an object or list around one.</param>
    /// <param name="unit">Seconds that 1 stands for in a number; 0 when unknown.</param>
    internal static TranscriptTime Read(JsonElement value, double unit) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetDouble(out var number) ? TranscriptTime.Of(number, unit) : default,
        JsonValueKind.String => Read(value.GetString()!.Trim(), unit),
        JsonValueKind.Array when value.GetArrayLength() > 0 && value[0].ValueKind is JsonValueKind.Number or JsonValueKind.String =>
            Read(value[0], unit),
        JsonValueKind.Object => ReadObject(value, unit),
        _ => default,
    };

    private static TranscriptTime ReadObject(JsonElement value, double unit)
    {
        foreach (var name in Inside)
        {
            var inside = value.Get(name);
            if (inside.ValueKind is JsonValueKind.Number or JsonValueKind.String
                && Read(inside, name == "seconds" ? 1 : unit) is { IsKnown: true } time)
            {
                return time;
            }
        }

        return default;
    }

    /// <summary>Reads a time that is written as text.</summary>
    /// <param name="text">The text, without white space at its ends.</param>
    /// <param name="unit">Seconds that 1 stands for in a number; 0 when unknown.</param>
    internal static TranscriptTime Read(string text, double unit)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return TranscriptTime.Of(number, unit);
        }

        if (text.EndsWith('s')
            && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture, out number))
        {
            return TranscriptTime.Of(number, 1);
        }

        if (WireTime.FromIso(text) is { } moment)
        {
            return TranscriptTime.At(moment);
        }

        var length = TranscriptClock.ReadRange(text, loose: true, out var time);
        return length > 0 && length == text.Length ? time : ReadPeriod(text);
    }

    // An ISO 8601 period as PT1H2M3.5S.
    private static TranscriptTime ReadPeriod(string text)
    {
        if (!text.StartsWith("PT", StringComparison.OrdinalIgnoreCase) || text.Length is < 4 or > 40)
        {
            return default;
        }

        var seconds = 0.0;
        var from = 2;
        for (var at = 2; at < text.Length; at++)
        {
            var unit = char.ToUpperInvariant(text[at]) switch { 'H' => 3600, 'M' => 60, 'S' => 1, _ => 0 };
            if (unit == 0)
            {
                continue;
            }

            if (!double.TryParse(text.AsSpan(from, at - from), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
            {
                return default;
            }

            seconds += count * unit;
            from = at + 1;
        }

        return from == text.Length ? TranscriptTime.Of(seconds, 1) : default;
    }
}
