namespace SalesIntel.Extraction;

/// <summary>The place of a document that is said to prove a claim.</summary>
/// <param name="Quote">The sentences of the quote.</param>
/// <param name="Around">What stands around it, the sentences of the quote among it: neighbouring turns, or the whole answer with its
/// question.</param>
/// <param name="Names">The names of the document.</param>
internal sealed record Passage(ReadText Quote, IReadOnlyList<ReadText> Around, NameIndex Names)
{
    /// <summary>Who speaks; empty in a form.</summary>
    public IReadOnlyList<string> Speaker { get; init; } = [];

    /// <summary>Who else speaks in the turns around.</summary>
    public IReadOnlyList<string> OtherSpeakers { get; init; } = [];

    /// <summary>The day on which it was said or written; null when unknown.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>All tokens around, the quote's first.</summary>
    public IEnumerable<Token> Tokens => Quote.Tokens.Concat(Around.SelectMany(text => text.Tokens));

    /// <summary>All numbers around.</summary>
    public IEnumerable<(Quantity Quantity, ReadText Text)> Quantities =>
        Around.Prepend(Quote).SelectMany(text => text.Quantities.Select(quantity => (quantity, text)));

    /// <summary>True when a form of a word stands there.</summary>
    public bool Has(string word) => Quote.PlacesOf(word).Count > 0 || Around.Any(text => text.PlacesOf(word).Count > 0);
}
