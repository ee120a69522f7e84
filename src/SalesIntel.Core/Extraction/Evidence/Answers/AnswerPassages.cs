using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The answers of a form as passages in which claims are looked up.</summary>
internal sealed class AnswerPassages
{
    private const int MaxCharacters = 6_000;

    private const int LongestSample = 400;

    private readonly (FormAnswer Answer, string Question, string Line, Passage Passage)[] answers;
    private readonly Dictionary<string, ReadText> read = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Text, string Quote, bool MayQuote), Claim?> proven = [];
    private readonly Dictionary<(int Answer, string Quote), Passage> quoted = [];

    public AnswerPassages(Form form)
    {
        string[] whole = [.. form.Answers.Select(answer => TextCleaner.Cut(answer.Answer, MaxCharacters))];
        TokenList[] tokens = [.. whole.Select(text => (TokenList)TokenReader.Read(text))];
        Language = LanguageWords.Of(
            tokens.SelectMany((all, index) => (IEnumerable<Token>)(whole[index].Length <= LongestSample ? all : TokenReader.Read(TextCleaner.Cut(whole[index], LongestSample))))
                .ToArray(),
            null, out _);
        (FormAnswer Answer, ReadText Text, ReadText Question)[] texts =
        [
            .. form.Answers.Select((answer, index) => (
                answer,
                Known(new ReadText(whole[index], tokens[index], Language)),
                Known(new ReadText(TextCleaner.Line(answer.Question, MaxCharacters), Language)))),
        ];
        var said = texts.Where(one => one.Text.Tokens.Count > 0).ToArray();
        string[] people = [form.Name, $"{form.FirstName} {form.LastName}"];
        string[] setting = [form.Title, MailDomains.IsFreeMail(MailDomains.Of(form.Email)) ? "" : MailDomains.Name(MailDomains.Of(form.Email))];
        NamesSaid = new NameIndex(Both(said), [], []);
        Names = said.Length == texts.Length ? NamesSaid.With(people, setting) : new NameIndex(Both(texts), people, setting);
        var day = DateOnly.FromDateTime(form.At.UtcDateTime);
        answers =
        [
            .. said.Select(one => (
                one.Answer, TextCleaner.Line(one.Answer.Question), TextCleaner.Line(one.Text.Text),
                new Passage(one.Text, [one.Question], Names) { Day = day, Speaker = [.. TokenReader.Words(form.Name)] })),
        ];

        static IEnumerable<ReadText> Both(IEnumerable<(FormAnswer, ReadText Text, ReadText Question)> texts) =>
            texts.SelectMany(one => new[] { one.Text, one.Question });
    }

    /// <summary>The language of the form.</summary>
    public LanguageWords Language { get; }

    /// <summary>The names of the form.</summary>
    public NameIndex Names { get; }

    /// <summary>The names of what was answered alone, and of its questions.</summary>
    public NameIndex NamesSaid { get; }

    public IEnumerable<ReadText> Texts => answers.SelectMany(answer => answer.Passage.Around.Prepend(answer.Passage.Quote));

    /// <summary>The claim that one answer proves, in the words of the claim or, where it is somebody's reading, of its quote.</summary>
    /// <param name="claim">What is claimed.</param>
    /// <param name="mayQuote">True where a quote may stand for the value.</param>
    public Claim? Prove(AnswerClaim claim, bool mayQuote)
    {
        if (!proven.TryGetValue((claim.Text, claim.Quote, mayQuote), out var known))
        {
            proven.Add((claim.Text, claim.Quote, mayQuote), known = Search(claim, mayQuote));
        }

        return known;
    }

    /// <summary>True unless the answer that has a value's words denies it: "We do not use Jira".</summary>
    public bool IsAsserted(string value, Claim found) =>
        PassageOf(found) is not { } passage || NegationCheck.Of(Read(value), passage) != Agreement.Differs;

    /// <summary>True unless the answer that has a name says that it is another one's: "we print for Quill", "travelling to Lisbon".</summary>
    public bool IsOwn(string value, Claim found, bool isName) =>
        PassageOf(found) is not { } passage || !OthersNames.IsOne(passage.Quote, Read(value).Tokens, isName);

    /// <summary>True unless the answer that has a value's words says more of them: "formerly Excel", "30,000 at most", "maybe ten".</summary>
    public bool IsWhole(string value, Claim found) => PassageOf(found) is not { } passage
        || (ScopeCheck.Of(Read(value), passage) == Agreement.Agrees && TimeCheck.Of(Read(value), passage) == Agreement.Agrees
            && !DropsDoubt(Read(value), passage.Quote));

    /// <summary>True unless the parts of the answer that have a value's words tell of the past or of a plan alone. "Have used" tells of
    /// today, too; in other languages than English such a form is the past.</summary>
    public bool IsOfToday(string value, Claim found)
    {
        if (PassageOf(found) is not { } passage || Read(value).Segments.Any(segment => segment.Tense != Tense.None))
        {
            return true;
        }

        var answer = passage.Quote;
        int[] places = [.. Read(value).ContentWords.SelectMany(word => answer.PlacesOf(word).ToArray())];
        return places.Length == 0 || places.Any(place => answer.SegmentOf(place).Tense is var tense && (tense & Tense.Plan) == 0
            && ((tense & (Tense.Past | Tense.Over)) == 0 || ((tense & Tense.Present) != 0 && answer.Language.Code == "en")));
    }

    // The answer with the line of it that was found in place of the whole.
    private Passage? PassageOf(Claim found)
    {
        var at = Array.FindIndex(answers, one => one.Question == found.Question && one.Line.Contains(found.Quote, StringComparison.Ordinal));
        if (at < 0 || answers[at].Passage.Quote.Text == found.Quote)
        {
            return at < 0 ? null : answers[at].Passage;
        }

        if (!quoted.TryGetValue((at, found.Quote), out var passage))
        {
            quoted.Add((at, found.Quote), passage = answers[at].Passage with { Quote = Read(found.Quote) });
        }

        return passage;
    }

    private Claim? Search(AnswerClaim claim, bool mayQuote)
    {
        var text = Read(claim.Text);
        Claim? inWords = null;
        Token[]? wanted = null;
        foreach (var (answer, _, _, passage) in answers)
        {
            // Most answers have nothing to do with most claims, and the other checks take longer.
            var support = ContentCheck.Of(text, passage);
            if (support == ContentSupport.None || !LanguageCheck.Holds(text, passage.Quote)
                || NumberCheck.Of(text, passage) is var numbers && numbers == Agreement.Differs)
            {
                continue;
            }

            var names = NameCheck.Of(text, passage);
            var negations = names == Agreement.Differs ? Agreement.Differs : NegationCheck.Of(text, passage);
            var times = negations == Agreement.Differs ? Agreement.Differs : TimeCheck.Of(text, passage);
            if (times == Agreement.Differs)
            {
                continue;
            }

            if (support == ContentSupport.Words && (numbers, names, negations, times) == (Agreement.Agrees, Agreement.Agrees, Agreement.Agrees, Agreement.Agrees)
                && ScopeCheck.Of(text, passage) == Agreement.Agrees && !DropsDoubt(text, passage.Quote)
                && !SubstitutionCheck.IsIn(text, passage) && !SubstitutionCheck.Swaps(text, passage))
            {
                return Of(answer, claim.Text, TextCleaner.Line(Sentence(passage.Quote, text), 600));
            }

            // "The buyer is not known" is no reading of an answer that denies nothing.
            var isDenial = text.Polarities.HasNegation && !passage.Quote.Polarities.HasNegation && !passage.Quote.Polarities.SaysMissing;
            if (mayQuote && inWords is null && !isDenial
                && Place(passage.Quote, wanted ??= TokenReader.Read(claim.Quote)) is { Length: > 0 } words)
            {
                inWords = Of(answer, words, words);
            }
        }

        return inWords;
    }

    // A meeting's statement in doubt is unclear; an answer is written with its doubt.
    private static bool DropsDoubt(ReadText claim, ReadText answer)
    {
        if (claim.Language.Hedges.IsIn(claim.Tokens))
        {
            return false;
        }

        for (var i = 0; i < answer.Tokens.Count; i++)
        {
            var clause = answer.Tokens[i].Clause;
            if (answer.Language.Hedges.At(answer.Tokens, i) > 0 && answer.HasPartOf(claim, place => answer.Tokens[place].Clause == clause))
            {
                return true;
            }
        }

        return false;
    }

    // Several claims have the same text or quote, and each is looked at more than once.
    private ReadText Read(string text)
    {
        if (!read.TryGetValue(text, out var known))
        {
            read.Add(text, known = new ReadText(text, Language));
        }

        return known;
    }

    private ReadText Known(ReadText text)
    {
        read.TryAdd(text.Text, text);
        return text;
    }

    private static Claim Of(FormAnswer answer, string text, string quote) => new()
    {
        Text = text, Quote = quote, Question = TextCleaner.Line(answer.Question), Support = ClaimSupport.Supported,
    };

    // The sentence that has most of the claim's words.
    private static string Sentence(ReadText answer, ReadText claim)
    {
        var (best, most, tokens) = (-1, -1, answer.Tokens);
        for (var (first, end) = (0, 0); first < tokens.Count; first = end)
        {
            while (end < tokens.Count && tokens[end].Sentence == tokens[first].Sentence)
            {
                end++;
            }

            var shared = 0;
            foreach (ref readonly var token in claim.Tokens)
            {
                shared += HasWord(tokens, first, end, token.Text) ? 1 : 0;
            }

            (best, most) = shared > most ? (tokens[first].Sentence, shared) : (best, most);
        }

        return best < 0 ? answer.Text : answer.TextOf(best, best);
    }

    private static bool HasWord(TokenList tokens, int first, int end, string word)
    {
        for (var i = first; i < end; i++)
        {
            if (Stems.AreSame(tokens[i].Text, word))
            {
                return true;
            }
        }

        return false;
    }

    private static string Place(ReadText answer, Token[] wanted)
    {
        for (var start = 0; wanted.Length > 1 && start + wanted.Length <= answer.Tokens.Count; start++)
        {
            var length = 0;
            while (length < wanted.Length && answer.Tokens[start + length].Text == wanted[length].Text)
            {
                length++;
            }

            if (length == wanted.Length)
            {
                return TextCleaner.Line(answer.Text[answer.Tokens[start].Start..answer.Tokens[start + length - 1].End]);
            }
        }

        return "";
    }
}
