namespace SalesIntel.Text;

/// <summary>The words of <c>Data/written-times.txt</c>: months, weekdays and what stands around a clock, in the languages in which senders
/// write.</summary>
internal static class DateWords
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Data = DataFile.Sections("Text.Data.written-times.txt");

    private static readonly FrozenDictionary<string, int> Months = DataFile.Pairs(Data["months"])
        .SelectMany(month => month.Value.Split(' '), (month, name) => KeyValuePair.Create(
            LetterFolding.Phrase(name), int.Parse(month.Key, CultureInfo.InvariantCulture)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Weekdays = Words("weekdays");
    private static readonly FrozenSet<string> BeforeDay = Words("before a day");

    private static readonly FrozenSet<string> BeforeClock =
        Data["before a clock"].Select(line => LetterFolding.Phrase(line)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The number of a month; 0 for any other text.</summary>
    public static int Month(string text) => Months.GetValueOrDefault(LetterFolding.Phrase(text));

    /// <summary>True for what may stand before a date: nothing, a weekday, an article, or both.</summary>
    public static bool MayStandBeforeDay(string text) => LetterFolding.Phrase(text) is var phrase
        && (phrase.Length == 0 || phrase.Split(' ').All(word => Weekdays.Contains(word) || BeforeDay.Contains(word)));

    /// <summary>True for what may stand before a clock.</summary>
    public static bool MayStandBeforeClock(string text) => LetterFolding.Phrase(text) is var phrase
        && (phrase.Length == 0 || BeforeClock.Contains(phrase));

    // A name with a hyphen is two words once it is folded.
    private static FrozenSet<string> Words(string section) => Data[section].SelectMany(line => line.Split(' '))
        .SelectMany(word => LetterFolding.Phrase(word).Split(' ')).ToFrozenSet(StringComparer.Ordinal);
}
