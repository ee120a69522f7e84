namespace SalesIntel.Extraction;

/// <summary>A text with what the checks want to know of it, each worked out once. For one thread at a time.</summary>
internal sealed class ReadText
{
    private readonly WordShapes shapes;
    private Dictionary<string, int[]>? places;
    private Dictionary<(int First, int Last), ReadText>? parts;
    private bool[]? isContent;
    private Token[]? content;
    private string[]? contentWords;
    private (bool IsKnown, bool? IsLatin) script;

    /// <param name="text">The text.</param>
    /// <param name="around">The language where the text itself does not tell it.</param>
    public ReadText(string text, LanguageWords around)
        : this(text, TokenReader.Read(text), around)
    {
    }

    /// <param name="text">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="around">The language where the text itself does not tell it.</param>
    public ReadText(string text, TokenList tokens, LanguageWords around)
    {
        Text = text;
        Tokens = tokens;
        shapes = WordShapes.Of(tokens);
        Language = LanguageWords.Of(Tokens, around, out var isSure);
        Detected = isSure ? Language : null;
    }

    public string Text { get; }

    public TokenList Tokens { get; }

    /// <summary>The language that the text's own words tell; null when they do not.</summary>
    public LanguageWords? Detected { get; }

    /// <summary>The language with which it is read.</summary>
    public LanguageWords Language { get; }

    public IReadOnlyList<Quantity> Quantities => field ??= NumberReader.Read(Text, Tokens, Language);

    /// <summary>The numbers that a claim has to prove.</summary>
    public IReadOnlyList<Quantity> Counted => field ??= [.. Quantities.Where(static quantity => !quantity.IsWeak)];

    /// <summary>The parts of a whole that it names: "a third", "one in forty".</summary>
    public IReadOnlyList<(double Percent, int First, int Last)> Shares => field ??= ShareReader.Read(this);

    public IReadOnlyList<DateMention> Dates => field ??= DateReader.Read(Text, Tokens, Quantities, Language);

    /// <summary>The numbers and codes that a claim has to prove.</summary>
    public ClaimedNumbers Claimed => field ??= ClaimedNumbers.Of(this);

    /// <summary>The units of time that it has.</summary>
    public IReadOnlyList<string> TimeUnits => field ??= ClaimedNumbers.TimeUnitsOf(this);

    /// <summary>The times that it names, with what tells which one of its kind is meant.</summary>
    public IReadOnlyList<TimeMention> Times => field ??= TimeReader.Read(this);

    /// <summary>The days that a word names, counted from the day on which it was said.</summary>
    public IReadOnlyList<int> NamedDays => field ??= [.. RelativeDates.Named(this)];

    /// <summary>What its words count off, e.g. <c>2</c> for "the second one".</summary>
    public IReadOnlyList<string> Ordinals => field ??= FindOrdinals();

    public Polarities Polarities => field ??= Polarities.Of(Tokens, Language);

    /// <summary>Of each token what it tells of the time.</summary>
    public IReadOnlyList<Tense> Tenses => field ??= TenseReader.Read(this);

    /// <summary>Its clauses, and what "and" joins, each with what it tells of the time.</summary>
    public IReadOnlyList<TenseSegment> Segments => field ??= TenseSegment.Of(this);

    /// <summary>True when it is written in Latin letters, false when in others; null when it has none.</summary>
    public bool? IsLatin
    {
        get
        {
            if (!script.IsKnown)
            {
                script = (true, IsLatinText(Text));
            }

            return script.IsLatin;
        }
    }

    /// <summary>The words that say something.</summary>
    public IReadOnlyList<Token> Content =>
        content ??= [.. Enumerable.Range(0, Tokens.Count).Where(IsContent).Select(index => Tokens[index])];

    /// <summary>The words that say something, each once.</summary>
    public IReadOnlyList<string> ContentWords => contentWords ??= [.. Content.Select(token => token.Text).Distinct(StringComparer.Ordinal)];

    /// <summary>True for a word that says something about a subject: no small word, no number, no part of a date.</summary>
    public bool IsContent(int index) => (isContent ??= FindContent())[index];

    /// <summary>Where a form of a word stands.</summary>
    public ReadOnlySpan<int> PlacesOf(string word)
    {
        // Most words of most claims stand nowhere in most texts.
        if (!shapes.MayHave(word))
        {
            return [];
        }

        places ??= new Dictionary<string, int[]>(StringComparer.Ordinal);
        if (!places.TryGetValue(word, out var found))
        {
            List<int>? at = null;
            for (var i = 0; i < Tokens.Count; i++)
            {
                if (Stems.AreSame(Tokens[i].Text, word))
                {
                    (at ??= []).Add(i);
                }
            }

            places.Add(word, found = at is null ? [] : [.. at]);
        }

        return found;
    }

    /// <summary>True when a word that says something, or a number, of another text stands in this one at a place that counts.</summary>
    /// <param name="other">The other text.</param>
    /// <param name="counts">Tells of the index of a token whether it counts.</param>
    public bool HasPartOf(ReadText other, Func<int, bool> counts) =>
        other.ContentWords.Any(word => PlacesOf(word).ToArray().Any(counts))
        || other.Quantities.Any(stated => Quantities.Any(own => own.HasValueOf(stated) && counts(own.First)));

    /// <summary>The part of <see cref="Segments"/> in which a token stands.</summary>
    public TenseSegment SegmentOf(int token) => Segments.First(one => token >= one.First && token <= one.Last);

    /// <summary>Some of its sentences as a text of their own, with the mark at their end.</summary>
    /// <param name="first">Number of the first one, from 0.</param>
    /// <param name="last">Number of the last one.</param>
    public ReadText Sentences(int first, int last)
    {
        parts ??= [];
        if (!parts.TryGetValue((first, last), out var part))
        {
            parts.Add((first, last), part = new ReadText(TextOf(first, last), Language));
        }

        return part;
    }

    /// <summary>The text of some of its sentences; empty when there are none.</summary>
    public string TextOf(int first, int last)
    {
        var (start, end) = (-1, Text.Length);
        foreach (ref readonly var token in Tokens)
        {
            if (token.Sentence > last)
            {
                end = token.Start;
                break;
            }

            start = start < 0 && token.Sentence >= first ? token.Start : start;
        }

        return start < 0 ? "" : Text[start..end].TrimEnd();
    }

    private List<string> FindOrdinals()
    {
        List<string> found = [];
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (Language.Ordinals.At(Tokens, i, out var ordinal) > 0 && ordinal.Length > 0)
            {
                found.Add(ordinal);
            }
        }

        return found;
    }

    private bool[] FindContent()
    {
        var found = new bool[Tokens.Count];
        for (var i = 0; i < found.Length; i++)
        {
            var word = Tokens[i].Text;
            found[i] = word.Length > 1 && !Language.Stop.Contains(word) && !Language.Negations.Contains(word);
        }

        foreach (var quantity in Quantities)
        {
            found.AsSpan(quantity.First, quantity.Last - quantity.First + 1).Clear();
        }

        foreach (var date in Dates)
        {
            found.AsSpan(date.First, date.Last - date.First + 1).Clear();
        }

        return found;
    }

    private static bool? IsLatinText(string text)
    {
        var (latin, other) = (0, 0);
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                _ = c < 0x250 || c is >= '\u1E00' and <= '\u1EFF' ? latin++ : other++;
            }
        }

        return latin + other == 0 ? null : latin >= other;
    }
}
