using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Honesty;

/// <summary>Reads true claims: <c>element | turns | claim</c>, the quote in brackets or else the last turn of a buyer; behind another
/// <c>|</c> may stand the elements that it says nothing about.</summary>
/// <param name="folder">The set: a folder of the data files, with a file for each language.</param>
internal sealed class HonestClaims(string folder)
{
    /// <summary>What a claim about a next step is called: it has no quote.</summary>
    public const string NextSteps = "next_steps";

    /// <summary>The set that is measured.</summary>
    public const string Measured = "honest";

    private static readonly string[] Usual = ["Harper Voss", "Ottoline Vane", "Jarvis Templeton"];

    /// <summary>All of them.</summary>
    /// <exception cref="InvalidDataException">There is no such set.</exception>
    public IReadOnlyList<HonestClaim> All()
    {
        HonestClaim[] all =
        [
            .. DataFiles.All.Where(file => file.StartsWith($"{folder}/", StringComparison.Ordinal))
                .SelectMany(file => DataFiles.Sections(file).Where(section => section.Key is not ("padding" or "people"))
                    .SelectMany(section => section.Value).Select(line => Of(Path.GetFileNameWithoutExtension(file), line))),
        ];
        return all.Length > 0 ? all : throw new InvalidDataException($"'{folder}' is no set of true claims.");
    }

    /// <summary>Turns of a language that state nothing.</summary>
    public IReadOnlyList<string> Padding(string language) =>
        DataFiles.Sections($"{folder}/{language}.txt").Single(section => section.Key == "padding").Value;

    /// <summary>The names of who sells and of the two who buy.</summary>
    public IReadOnlyList<string> People(string language) =>
        DataFiles.Sections($"{folder}/{language}.txt").FirstOrDefault(section => section.Key == "people").Value ?? Usual;

    private static HonestClaim Of(string language, string line)
    {
        var parts = line.Split(" | ");
        if (parts.Length is not (3 or 4))
        {
            throw new InvalidDataException($"A true claim is 'element | turns | claim' or 'element | turns | claim | other elements': {line}");
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

        return new HonestClaim(language, ElementOf(parts[0]), turns, quoted, quote, parts[2],
            parts.Length > 3 ? [.. parts[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(ElementOf)] : null);
    }

    // Of no generated call, and so of no vocabulary.
    private static string ElementOf(string name) => name switch
    {
        "pp" => "paper_process",
        "next" => NextSteps,
        _ => ElementNames.Long(name),
    };
}
