namespace SalesIntel.Extraction;

/// <summary>A text with what the checks want to know of it, each worked out once.</summary>
internal sealed class ReadText
{
    private readonly Lazy<IReadOnlyList<Quantity>> quantities;
    private readonly Lazy<IReadOnlyList<DateMention>> dates;
    private readonly Lazy<Polarities> polarities;
    private readonly Lazy<IReadOnlyList<TimeMention>> times;

    /// <param name="text">The text.</param>
    /// <param name="around">The language where the text itself does not tell it.</param>
    public ReadText(string text, LanguageWords around)
    {
        Text = text;
        Tokens = TokenReader.Read(text);
        Language = LanguageWords.Of(Tokens, around, out var isSure);
        Detected = isSure ? Language : null;
        quantities = new(() => NumberReader.Read(Text, Tokens, Language));
        dates = new(() => DateReader.Read(Text, Tokens, Quantities, Language));
        polarities = new(() => Polarities.Of(Tokens, Language));
        times = new(() => TimeReader.Read(this));
    }

    public string Text { get; }

    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The language that the text's own words tell; null when they do not.</summary>
    public LanguageWords? Detected { get; }

    /// <summary>The language with which it is read.</summary>
    public LanguageWords Language { get; }

    public IReadOnlyList<Quantity> Quantities => quantities.Value;

    public IReadOnlyList<DateMention> Dates => dates.Value;

    /// <summary>The times that it names, with what tells which one of its kind is meant.</summary>
    public IReadOnlyList<TimeMention> Times => times.Value;

    public Polarities Polarities => polarities.Value;

    /// <summary>True for a word that says something about a subject: no small word, no number, no part of a date.</summary>
    public bool IsContent(int index) =>
        !Language.Stop.Contains(Tokens[index].Text)
        && !Language.Negations.Contains(Tokens[index].Text)
        && Tokens[index].Text.Length > 1
        && Quantities.All(quantity => index < quantity.First || index > quantity.Last)
        && Dates.All(date => index < date.First || index > date.Last);

    /// <summary>Some of its sentences as a text of their own, with the mark at their end.</summary>
    /// <param name="first">Number of the first one, from 0.</param>
    /// <param name="last">Number of the last one.</param>
    public ReadText Sentences(int first, int last)
    {
        var inside = Tokens.Where(token => token.Sentence >= first && token.Sentence <= last).ToArray();
        if (inside.Length == 0)
        {
            return new ReadText("", Language);
        }

        var next = Tokens.FirstOrDefault(token => token.Sentence > last);
        return new ReadText(Text[inside[0].Start..(next.End > 0 ? next.Start : Text.Length)].TrimEnd(), Language);
    }

    /// <summary>The words that say something.</summary>
    public IEnumerable<Token> Content => Enumerable.Range(0, Tokens.Count).Where(IsContent).Select(index => Tokens[index]);
}
