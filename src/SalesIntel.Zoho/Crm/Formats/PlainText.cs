namespace SalesIntel.Zoho.Crm;

/// <summary>Text without what some servers refuse in it.</summary>
internal static class PlainText
{
    /// <summary>The text without pictures and without characters outside of Unicode's first plane.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Characters.IsPlain(rune))
            {
                plain.Append(rune.ToString());
            }
        }

        return TextCleaner.Block(plain.ToString());
    }
}
