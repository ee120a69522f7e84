using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Generating.Meetings;

/// <summary>How an element is spoken about in a part: a deck of exchanges for each way.</summary>
internal sealed class ElementPhrases
{
    /// <summary>The ways, with how often of a hundred, and what an attentive reader finds.</summary>
    public static IReadOnlyList<(string Way, int Percent)> Ways { get; } =
    [
        ("clear", 40), ("corrected", 8), ("hedged", 9), ("contradictory", 7), ("seller", 9), ("near", 13), ("", 14),
    ];

    private const int Thirds = 3;

    private readonly Dictionary<string, Deck<Phrase>> decks = new(StringComparer.Ordinal);
    private readonly Dictionary<Phrase, int> thirds = new(ReferenceEqualityComparer.Instance);
    private int begun;

    /// <summary>Reads the phrases of an element.</summary>
    public ElementPhrases(Part part, string element, Seeded random)
    {
        foreach (var (way, lines) in DataFiles.Sections($"{DataFiles.FolderOf(part)}/elements/{element}.txt"))
        {
            decks[way] = new Deck<Phrase>([.. lines.Select(line => Phrase.Of(line, way == "seller" ? 'S' : 'B'))], random);
        }
    }

    /// <summary>The next phrase of a way that fits the call.</summary>
    public Phrase? Next(string way, Func<Phrase, bool> fits) => decks[way].Next(fits);

    /// <summary>The third of the call in which a phrase is said, 0 to 2: each phrase in all of them in turn, so that thirds differ by their
    /// place alone.</summary>
    public int NextThird(Phrase phrase) =>
        thirds[phrase] = thirds.TryGetValue(phrase, out var last) ? (last + 1) % Thirds : begun++ % Thirds;
}
