using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Honesty;

/// <summary>Reads the true claims: <c>element | turns | claim</c>, the quote in brackets or else the last turn of a buyer.</summary>
internal static class HonestClaims
{
    private const string Folder = "honest/";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HonestClaim> All() =>
    [
        .. DataFiles.All.Where(file => file.StartsWith(Folder, StringComparison.Ordinal))
            .SelectMany(file => DataFiles.Sections(file).Where(section => section.Key != "padding")
                .SelectMany(section => section.Value).Select(line => Of(Path.GetFileNameWithoutExtension(file), line))),
    ];

    /// <summary>Turns of a language that state nothing.</summary>
    public static IReadOnlyList<string> Padding(string language) =>
        DataFiles.Sections($"{Folder}{language}.txt").Single(section => section.Key == "padding").Value;

    private static HonestClaim Of(string language, string line)
    {
        var parts = line.Split(" | ");
        if (parts.Length != 3)
        {
            throw new InvalidDataException($"A true claim is 'element | turns | claim': {line}");
        }

        List<(char, string)> turns = [];
        var (quoted, quote) = (-1, "");
        foreach (var turn in Phrase.Of(parts[1], 'B').Parts.SelectMany(part => part))
        {
            List<Key> marks = [];
            var text = string.Concat(Marked.Pieces(turn.Text, marks).Select(piece => piece.Text));
            turns.Add((turn.Speaker, text));
            if (marks.Count > 0)
            {
                (quoted, quote) = (turns.Count - 1, marks[0].Text);
            }
        }

        if (quoted < 0)
        {
            quoted = turns.FindLastIndex(turn => turn.Item1 is 'B' or 'C');
            quote = turns[quoted].Item2;
        }

        return new HonestClaim(language, ElementNames.Long(parts[0]), turns, quoted, quote, parts[2]);
    }
}
