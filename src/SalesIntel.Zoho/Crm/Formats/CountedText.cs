namespace SalesIntel.Zoho.Crm;

/// <summary>Text that Zoho has called too long. Where it is short enough by our count Zoho counts otherwise: bytes are the most that it can count.
/// </summary>
internal static class CountedText
{
    /// <summary>Shorter text; null when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="max">What Zoho takes.</param>
    /// <param name="shorten">Shortens to a number of characters.</param>
    public static string? Shorter(string text, int max, Func<string, int, string> shorten)
    {
        if (text.Length > max)
        {
            return shorten(text, max);
        }

        var shorter = text;
        for (var most = text.Length; Encoding.UTF8.GetByteCount(shorter) is var bytes && bytes > max; shorter = shorten(text, most))
        {
            most = Math.Min(most - 1, (int)((long)most * max / bytes));
            if (most <= 0)
            {
                return null;
            }
        }

        return shorter == text || shorter.Length == 0 ? null : shorter;
    }
}
