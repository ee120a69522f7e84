using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Generating.Bookings;

/// <summary>How forms ask and people answer in one language of a part: sections <c>ask {field}</c>, <c>say {field}</c>, <c>names</c>,
/// <c>zones</c>, <c>nothing</c> and <c>other</c>; entries are lines, or stand beside each other with a bar between them.</summary>
internal sealed class BookingWords
{
    private readonly Dictionary<string, Deck<string>> decks = new(StringComparer.Ordinal);

    /// <summary>Reads the words.</summary>
    public BookingWords(Part part, string language, Seeded random)
    {
        foreach (var (section, lines) in DataFiles.Sections($"{DataFiles.FolderOf(part)}/bookings/{language}.txt"))
        {
            decks[section] = new Deck<string>([.. lines.SelectMany(line => line.Split(" | ")).Select(entry => entry.Trim())], random);
        }

        Fields = [.. decks.Keys.Where(section => section.StartsWith("ask ", StringComparison.Ordinal)).Select(section => section[4..])];
    }

    /// <summary>The fields that forms ask for.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The next entry of a section.</summary>
    public string Next(string section) => decks[section].Next();

    /// <summary>The next answer of a field, and the forms in which it is right as a whole.</summary>
    public (string Answer, IReadOnlyList<string> Exact) Answer(string field)
    {
        string[] parts = [.. Next($"say {field}").Split(" = ")];
        return (parts[0], parts.Length > 1 ? parts : [parts[0]]);
    }
}
