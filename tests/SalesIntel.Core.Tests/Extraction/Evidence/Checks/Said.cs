namespace SalesIntel.Extraction;

/// <summary>Texts and passages as the checks of a claim read them.</summary>
internal static class Said
{
    /// <summary>The day on which the passages are said: a Tuesday.</summary>
    public static readonly DateOnly Day = new(2026, 9, 1);

    public static ReadText Text(string text, string language = "en") =>
        new(text, LanguageWords.All.Single(one => one.Code == language));

    /// <summary>A quote with what stands around it, the turns apart by a bar; the quote's own turn is the first of them.</summary>
    public static Passage Passage(string quote, string language = "en", string around = "", string speaker = "", string others = "",
        string people = "", string setting = "")
    {
        ReadText[] texts = [Text(quote, language), .. Parts(around, '|').Select(text => Text(text, language))];
        return new Passage(texts[0], texts, new NameIndex(texts, Parts(people, '|'), Parts(setting, '|')))
        {
            Speaker = [.. TokenReader.Words(speaker)],
            OtherSpeakers = [.. TokenReader.Words(others)],
            Day = Day,
        };
    }

    private static string[] Parts(string text, char separator) =>
        text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
