namespace SalesIntel.Zoho.Client;

/// <summary>Numbers as Zoho reads them: digits and a point, in every culture and without an exponent.</summary>
internal static class PlainNumber
{
    // Of more a double does not hold each digit.
    private const double Largest = 1e15;

    /// <summary>The number; null when the value is none, or one that can't be written so.</summary>
    public static string? Of(object? value) => value switch
    {
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < Largest => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        float number when Math.Abs(number) < Largest => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        _ => null,
    };
}
