namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>Names and words that stand in the slots of phrases: those of a part, and those of the language itself (months, roles), which
/// all
/// parts share. A list may serve several slots, e.g. <c># person exec boss</c>.</summary>
internal sealed class WordLists
{
    private readonly Dictionary<string, IReadOnlyList<string>> bySlot = new(StringComparer.Ordinal);

    /// <summary>Reads the lists of a part.</summary>
    public WordLists(Part part)
    {
        foreach (var file in new[] { "shared/words.txt", $"{DataFiles.FolderOf(part)}/words.txt" })
        {
            foreach (var (names, words) in DataFiles.Sections(file))
            {
                foreach (var slot in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    bySlot[slot] = words;
                }
            }
        }
    }

    /// <summary>The words of a slot.</summary>
    /// <exception cref="InvalidDataException">No list serves the slot.</exception>
    public IReadOnlyList<string> Of(string slot) => bySlot.TryGetValue(slot, out var words)
        ? words
        : throw new InvalidDataException($"No word list serves the slot '{slot}'.");
}
