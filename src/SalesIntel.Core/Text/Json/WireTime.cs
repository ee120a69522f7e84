namespace SalesIntel.Text;

/// <summary>Reads a time as senders write it: ISO 8601 with or without an offset (without: in the zone that is named beside or behind it,
/// else UTC), Unix milliseconds or seconds, or seconds since a start, numbers also as text, or a date for people, see
/// <see cref="WrittenTime"/>.</summary>
internal static partial class WireTime
{
    private const double Milliseconds = 1e11;
    private const double Seconds = 1e9;

    private const int LongestText = 100;
    private const int MostLayers = 2;

    // Unix milliseconds of the last instant that a DateTimeOffset can hold.
    private const double LastMillisecond = 253_402_300_799_999;

    /// <summary>The time in UTC, or null when the value is none.</summary>
    /// <param name="value">A string or a number, or an object around one, as databases write times.</param>
    /// <param name="start">What small numbers count from.</param>
    /// <param name="unit">Seconds that 1 stands for in a small number.</param>
    internal static DateTimeOffset? Read(JsonElement value, DateTimeOffset? start = null, double unit = 1)
    {
        var (text, zone) = Parts(value);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return FromNumber(number, start, unit);
        }

        return FromText(text, zone);
    }

    /// <summary>The time that a text says in any form but a number, see <see cref="Read"/>; null when it says none.</summary>
    internal static DateTimeOffset? FromText(string text, string zone = "")
    {
        (text, zone) = Apart(WrittenTime.InUsualOrder(text), zone);
        return FromIso(text, zone) ?? InZone(WrittenTime.Read(text), text, zone);
    }

    /// <summary>True when the value is a local time in a zone that nobody knows, which is read as UTC.</summary>
    internal static bool HasUnknownZone(JsonElement value)
    {
        var (text, zone) = Parts(value);
        return zone.Length > 0 && TimeZones.Find(zone) is null && FromIso(text) is not null && !HasOffset(text);
    }

    // Calendars write {"dateTime": "2026-11-20T11:00:00", "timeZone": "Europe/Berlin"}.
    private static (string Text, string Zone) Parts(JsonElement value)
    {
        var around = value.AsObject();
        var text = around.ValueKind == JsonValueKind.Object ? Within(around, 0) : value.Text().Trim();
        return Ticks().Match(text) is { Success: true } ticks ? (ticks.Groups["number"].Value, "")
            : Apart(WrittenTime.InUsualOrder(text), around.Line("time_zone"));
    }

    // Others write the zone behind the time: 2026-11-20T11:00:00 Europe/Berlin, 11:00 CET, 11:00 (Pacific Standard Time), or, as Java does,
    // 2026-11-20T11:00:00+01:00[Europe/Berlin].
    private static (string Text, string Zone) Apart(string text, string beside)
    {
        if (text is [.., ']'] && text.IndexOf('[', StringComparison.Ordinal) is > 0 and var bracket)
        {
            return (text[..bracket].TrimEnd(), text[(bracket + 1)..^1]);
        }

        var space = text.Length <= LongestText ? text.IndexOf(' ', StringComparison.Ordinal) : -1;
        for (; space > 0; space = text.IndexOf(' ', space + 1))
        {
            var name = text[(space + 1)..].Trim('(', ')', ' ');
            var before = text[..space].TrimEnd();
            var abbreviated = ZoneAbbreviations.Find(name);
            var isOffset = abbreviated is ['+' or '-', ..];
            if (isOffset || (abbreviated is null && text[(space + 1)..] is ['(', ..] && HasOffset($"0:00 {name}")))
            {
                return (HasOffset(before) ? before : $"{before} {(isOffset ? abbreviated : name)}", beside);
            }

            if (abbreviated is not null || TimeZones.IsOfWindows(name) || IsPath(name))
            {
                return (before, name);
            }
        }

        return (text, beside);
    }

    private static bool IsPath(string zone) =>
        zone.Contains('/', StringComparison.Ordinal) && !zone.Contains(' ', StringComparison.Ordinal) && TimeZones.Find(zone) is not null;

    // Or {"date": "2026-11-20", "time": "11:00"}, or {"$date": {"$numberLong": "1795006804000"}}.
    private static string Within(JsonElement around, int layer)
    {
        if (around.Get("date").Text() is { Length: > 0 } day && around.Get("time").Text() is { Length: > 0 } clock)
        {
            return $"{day} {clock}".Trim();
        }

        foreach (var name in (ReadOnlySpan<string>)["$date", "$numberLong", "date_time", "_seconds", "seconds", "value", "iso"])
        {
            if (around.Get(name) is { ValueKind: not JsonValueKind.Undefined } inner)
            {
                return inner.ValueKind == JsonValueKind.Object && layer < MostLayers ? Within(inner, layer + 1) : inner.Text().Trim();
            }
        }

        return "";
    }

    /// <summary>The time that a number says, see <see cref="Read"/>; null when it says none.</summary>
    internal static DateTimeOffset? FromNumber(double number, DateTimeOffset? start, double unit)
    {
        var milliseconds = number switch
        {
            >= Milliseconds => number,
            >= Seconds => number * 1000,
            >= 0 when start is not null => start.Value.ToUnixTimeMilliseconds() + (number * unit * 1000),
            _ => double.NaN,
        };
        return milliseconds <= LastMillisecond
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(milliseconds))
            : null;
    }

    /// <summary>Reads ISO 8601, without an offset as in a zone, which is UTC where it is empty or unknown; null for any other text.
    /// </summary>
    /// <remarks>Only what begins with a full date: the parser would complete "10:00" with the machine's today.</remarks>
    internal static DateTimeOffset? FromIso(string text, string zone = "") =>
        text.Length is >= 10 and <= 40 && text[4] == '-' && text[7] == '-' && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time)
            ? InZone(time, text, zone)
            : null;

    // What was read as UTC because the text does not say where its clock stands.
    private static DateTimeOffset? InZone(DateTimeOffset? time, string text, string zone) =>
        time is { } local && zone.Length > 0 && !HasOffset(text) ? TimeText.FromLocal(zone, local.DateTime) : time;

    // A hyphen before the clock is one of the date.
    private static bool HasOffset(string text) => text is [.., 'Z' or 'z']
        || text.EndsWith("UTC", StringComparison.OrdinalIgnoreCase) || text.EndsWith("GMT", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan(text.IndexOf(':', StringComparison.Ordinal) is > 0 and var clock ? clock : Math.Min(text.Length, 10))
            .IndexOfAny('+', '-') >= 0;

    // As .NET's first serialisers wrote a time: milliseconds, and an offset that says only how to show them.
    [GeneratedRegex(@"^\\?/Date\((?<number>-?\d{1,15})(?:[+-]\d{4})?\)\\?/$", RegexOptions.CultureInvariant)]
    private static partial Regex Ticks();
}
