namespace SalesIntel.Text;

/// <summary>Reads how long something lasts, as programs and people write it: <c>PT1H5M</c>, <c>01:05:00</c>, <c>1 h 5 min</c>,
/// <c>45 minutes</c>, <c>90 s</c>.</summary>
/// <remarks>A bare number names no unit, and two numbers with a colon may be hours or minutes: neither is read.</remarks>
internal static partial class DurationText
{
    private const int Longest = 60;

    /// <summary>The duration, longer than none; null when the text states none.</summary>
    public static TimeSpan? Read(string text)
    {
        if (text.Length > Longest)
        {
            return null;
        }

        var match = Clock().Match(text);
        match = match.Success ? match : Units().Match(text);
        var seconds = (3600 * Number(match, "hours")) + (60 * Number(match, "minutes")) + Number(match, "seconds");
        return seconds > 0 && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static double Number(Match match, string group) =>
        double.TryParse(match.Groups[group].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private const RegexOptions Flags = RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    [GeneratedRegex(@"^\s*(?<hours>\d{1,3}):(?<minutes>[0-5]\d):(?<seconds>[0-5]\d)(?:[.]\d+)?\s*$", Flags)]
    private static partial Regex Clock();

    [GeneratedRegex(
        @"^\s*(?:PT?)?(?:(?<hours>\d+(?:[.]\d+)?)\s*(?:h|hrs?|hours?|std|stunden?|heures?|horas?)[.]?(?:\s*,|\s+(?:and|und|et|y|e)\s)?\s*)?"
        + @"(?:(?<minutes>\d+(?:[.]\d+)?)\s*(?:m|mins?|minutes?|minuten|minutos?)[.]?(?:\s*,|\s+(?:and|und|et|y|e)\s)?\s*)?"
        + @"(?:(?<seconds>\d+(?:[.]\d+)?)\s*(?:s|secs?|seconds?|sekunden|secondes?|segundos?)[.]?)?\s*$",
        Flags)]
    private static partial Regex Units();
}
