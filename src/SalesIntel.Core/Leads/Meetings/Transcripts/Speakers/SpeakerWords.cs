namespace SalesIntel.Leads;

/// <summary>Words that tell a speaker from a heading: what people call a speaker whose name they do not know, what a role is called, and
/// which words stand before a colon without being anyone's name.</summary>
/// <remarks>The words stand in <c>Data/speakers.txt</c>.</remarks>
internal static class SpeakerWords
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Data =
        DataFile.Sections("Leads.Meetings.Transcripts.Data.speakers.txt");

    private static readonly FrozenSet<string> Function = Set("function");
    private static readonly FrozenSet<string> Counting = Set("counting");
    private static readonly FrozenSet<string> Headings = Set("headings");
    private static readonly FrozenSet<string> Roles = Set("roles");
    private static readonly FrozenSet<string> SpeakerNouns = Set("speakers");
    private static readonly FrozenSet<string> Unknown = Set("unknown");
    private static readonly FrozenSet<string> Labels = Set("labels");

    /// <summary>An article, a pronoun, a conjunction: a word that is in no name.</summary>
    internal static bool IsFunction(ReadOnlySpan<char> word) => Has(Function, word);

    /// <summary>A number or what comes in a row: a word that names have at their end at most.</summary>
    internal static bool IsCounting(ReadOnlySpan<char> word) => Has(Counting, word);

    /// <summary>A word that is what a heading says, as <c>Agenda</c>.</summary>
    internal static bool IsHeading(ReadOnlySpan<char> word) => Has(Headings, word);

    /// <summary>A text that begins with what someone is, not with who someone is: <c>CFO</c>, <c>VP of Sales</c>, <c>she/her</c>.</summary>
    internal static bool IsRole(ReadOnlySpan<char> text)
    {
        var word = text.Trim();
        var end = word.IndexOfAny(" ,/&");
        word = (end < 0 ? word : word[..end]).TrimEnd('.');
        return Has(Roles, word) || word is "she" or "he" or "they";
    }

    /// <summary>What stands in an interview where a name could: <c>Q</c>, <c>Interviewer</c>.</summary>
    internal static bool IsLabel(ReadOnlySpan<char> name) => Has(Labels, name);

    /// <summary>A label that stands for a speaker whose name is not known: <c>Speaker 2</c>, <c>SPEAKER_00</c>, <c>Guest A</c>.</summary>
    internal static bool IsNumberedSpeaker(ReadOnlySpan<char> name)
    {
        var id = name.Length;
        while (id > 0 && char.IsAsciiDigit(name[id - 1]))
        {
            id--;
        }

        id -= id == name.Length && id > 1 && char.IsAsciiLetter(name[id - 1]) && name[id - 2] is ' ' or '_' or '-' or '#' or ':' ? 1 : 0;
        var noun = name[..id].TrimEnd(" _-#:");
        return id < name.Length ? Has(SpeakerNouns, noun) : IsUnknownSpeaker(name);
    }

    private static bool IsUnknownSpeaker(ReadOnlySpan<char> name)
    {
        var space = name.IndexOf(' ');
        return space > 0 && Has(Unknown, name[..space]) && Has(SpeakerNouns, name[(space + 1)..]);
    }

    private static bool Has(FrozenSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static FrozenSet<string> Set(string section) =>
        Data[section].SelectMany(line => line.Split(' ')).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
