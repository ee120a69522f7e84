namespace SalesIntel.Leads;

/// <summary>The people who are known to have been there: a line that names one of them is more likely to name a speaker.</summary>
internal sealed class KnownSpeakers
{
    private const int MostNames = 1_000;

    private readonly HashSet<string> whole = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> single = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Notes names and addresses.</summary>
    /// <param name="names">Names, as they are shown, or e-mail addresses; more than a thousand are not looked at.</param>
    internal KnownSpeakers(IEnumerable<string> names)
    {
        foreach (var received in names.Take(MostNames))
        {
            if (SpeakerName.Of(received ?? "") is { Name: { Length: > 0 } name })
            {
                whole.Add(TextCleaner.Name(received));
                whole.Add(name);
                Note(name);
            }
        }
    }

    /// <summary>True for a known name or address as it is known.</summary>
    internal bool Has(string name) => whole.Contains(name);

    /// <summary>True for what may be short for a known name: a first or last name, or some of its words with initials for others.</summary>
    internal bool MayBe(string name)
    {
        var parts = name.Split(' ');
        return parts.Length == 1
            ? single.Contains(name)
            : parts.Any(words.Contains) && parts.All(part => words.Contains(part) || part.TrimEnd('.').Length == 1);
    }

    private void Note(string name)
    {
        var parts = name.Contains('@', StringComparison.Ordinal) ? [name[..name.IndexOf('@', StringComparison.Ordinal)]] : name.Split(' ');
        foreach (var part in parts.Where(part => part.Length > 1 && !NameWords.IsParticle(part)))
        {
            words.Add(part);
        }

        single.Add(parts[0]);
        single.Add(parts[^1]);
    }
}
