namespace SalesIntel.Extraction;

/// <summary>The place of a document that is said to prove a claim.</summary>
/// <param name="Quote">The sentences of the quote.</param>
/// <param name="Around">What stands around it, the sentences of the quote among it: neighbouring turns, or the whole answer with its
/// question.</param>
/// <param name="Names">The names of the document.</param>
internal sealed record Passage(ReadText Quote, IReadOnlyList<ReadText> Around, NameIndex Names)
{
    private SpokenDates? dates;
    private IReadOnlyList<Quantity>? said;

    // What was worked out holds for these texts alone, and so a copy does without.
    private Passage(Passage original)
    {
        (Quote, Around, Names) = (original.Quote, original.Around, original.Names);
        (Speaker, OtherSpeakers, Day) = (original.Speaker, original.OtherSpeakers, original.Day);
    }

    /// <summary>Who speaks; empty in a form.</summary>
    public IReadOnlyList<string> Speaker { get; init; } = [];

    /// <summary>Who else speaks in the turns around.</summary>
    public IReadOnlyList<string> OtherSpeakers { get; init; } = [];

    /// <summary>The day on which it was said or written; null when unknown.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>All numbers around, the quote's first.</summary>
    public IReadOnlyList<Quantity> Quantities => said ??= [.. Around.Prepend(Quote).SelectMany(text => text.Quantities)];

    /// <summary>The days that are named around.</summary>
    public SpokenDates Dates => dates ??= new SpokenDates([Quote, .. Around], Day);

    /// <summary>True when a form of a word stands there.</summary>
    public bool Has(string word)
    {
        if (Quote.PlacesOf(word).Length > 0)
        {
            return true;
        }

        for (var i = 0; i < Around.Count; i++)
        {
            if (Around[i].PlacesOf(word).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when such a token stands there.</summary>
    public bool HasToken(Func<Token, bool> predicate)
    {
        if (Quote.Tokens.Any(predicate))
        {
            return true;
        }

        for (var i = 0; i < Around.Count; i++)
        {
            if (Around[i].Tokens.Any(predicate))
            {
                return true;
            }
        }

        return false;
    }
}
