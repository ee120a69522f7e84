namespace SalesIntel.Text;

/// <summary>A number with the word for what it counts, which is another word after 1.</summary>
internal static class Counted
{
    /// <summary>"1 event", "2 events".</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The word for one of them.</param>
    public static string Of(long number, string one) => Of(number, one, one + "s");

    /// <summary>"1 lane is due", "2 lanes are due".</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The words after 1.</param>
    /// <param name="several">The words after any other number.</param>
    public static string Of(long number, string one, string several) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : several)}");

    /// <summary>"1 minute", "1.5 minutes".</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The word for one of them.</param>
    /// <param name="format">How the number is written.</param>
    public static string Of(double number, string one, string format)
    {
        var written = number.ToString(format, CultureInfo.InvariantCulture);
        return $"{written} {(written == "1" ? one : one + "s")}";
    }
}
