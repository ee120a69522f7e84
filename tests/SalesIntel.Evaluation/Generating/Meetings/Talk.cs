using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Generating.Meetings;

/// <summary>Exchanges that state nothing, by section of a file: greetings, walkthroughs, questions about the product, leaving.</summary>
internal sealed class Talk
{
    private readonly Dictionary<string, Deck<Phrase>> decks = new(StringComparer.Ordinal);

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its name.</param>
    /// <param name="speaker">Who speaks where a line does not say it.</param>
    /// <param name="random">The part's random numbers.</param>
    public Talk(string file, char speaker, Seeded random)
    {
        foreach (var (section, lines) in DataFiles.Sections(file))
        {
            decks[section] = new Deck<Phrase>([.. lines.Select(line => Phrase.Of(line, speaker))], random);
        }
    }

    /// <summary>The next exchange of a section.</summary>
    public Phrase Next(string section) => decks[section].Next();

    /// <summary>The sections in the file's order.</summary>
    public IReadOnlyCollection<string> Sections => decks.Keys;
}
