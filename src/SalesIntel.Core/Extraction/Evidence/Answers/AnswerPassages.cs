using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>The answers of a form as passages in which claims are looked up.</summary>
internal sealed class AnswerPassages
{
    private const int MaxCharacters = 6_000;

    private readonly (FormAnswer Answer, string Question, Passage Passage)[] answers;
    private readonly Dictionary<string, ReadText> read = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Text, string Quote, bool MayQuote), Claim?> proven = [];

    public AnswerPassages(Form form)
    {
        var sample = string.Join('\n', form.Answers.Select(answer => TextCleaner.Cut(answer.Answer, 400)));
        Language = LanguageWords.Of(TokenReader.Read(sample), null, out _);
        (FormAnswer Answer, ReadText Text, ReadText Question)[] texts =
        [
            .. form.Answers.Select(answer => (
                answer,
                new ReadText(TextCleaner.Cut(answer.Answer, MaxCharacters), Language),
                new ReadText(TextCleaner.Line(answer.Question, MaxCharacters), Language))),
        ];
        Names = new NameIndex(
            texts.SelectMany(one => new[] { one.Text, one.Question }),
            [form.Name, $"{form.FirstName} {form.LastName}"],
            [form.Title, MailDomains.IsFreeMail(MailDomains.Of(form.Email)) ? "" : MailDomains.Name(MailDomains.Of(form.Email))]);
        var day = DateOnly.FromDateTime(form.At.UtcDateTime);
        answers =
        [
            .. texts.Where(one => one.Text.Tokens.Count > 0)
                .Select(one => (one.Answer, TextCleaner.Line(one.Answer.Question), new Passage(one.Text, [one.Question], Names) { Day = day,
                    Speaker = [.. TokenReader.Words(form.Name)] })),
        ];
    }

    /// <summary>The language of the form.</summary>
    public LanguageWords Language { get; }

    /// <summary>The names of the form.</summary>
    public NameIndex Names { get; }

    /// <summary>The answers.</summary>
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

    /// <summary>True unless the answer that has a value's words says more of them: "formerly Excel", "30,000 at most".</summary>
    public bool IsWhole(string value, Claim found) =>
        PassageOf(found) is not { } passage || ScopeCheck.Of(Read(value), passage) == Agreement.Agrees;

    // The answer in which a quote stands, with the quote alone as what is said; null where it stands behind what is read of the answer.
    private Passage? PassageOf(Claim found) => Array.Find(answers, one => one.Question == found.Question
        && TextCleaner.Line(one.Passage.Quote.Text).Contains(found.Quote, StringComparison.Ordinal)).Passage is { } passage
            ? passage with { Quote = Read(found.Quote) }
            : null;

    private Claim? Search(AnswerClaim claim, bool mayQuote)
    {
        var text = Read(claim.Text);
        Claim? quoted = null;
        foreach (var (answer, _, passage) in answers)
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
                && ScopeCheck.Of(text, passage) == Agreement.Agrees && !SubstitutionCheck.IsIn(text, passage)
                && !SubstitutionCheck.Swaps(text, passage))
            {
                return Of(answer, claim.Text, TextCleaner.Line(Sentence(passage.Quote, text), 600));
            }

            // "The buyer is not known" is no reading of an answer that denies nothing.
            var isDenial = text.Polarities.HasNegation && !passage.Quote.Polarities.HasNegation && !passage.Quote.Polarities.SaysMissing;
            if (mayQuote && quoted is null && !isDenial && Place(passage.Quote, claim.Quote) is { Length: > 0 } words)
            {
                quoted = Of(answer, words, words);
            }
        }

        return quoted;
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

    private static Claim Of(FormAnswer answer, string text, string quote) => new()
    {
        Text = text, Quote = quote, Question = TextCleaner.Line(answer.Question), Support = ClaimSupport.Supported,
    };

    // The sentence that has most of the claim's words.
    private static string Sentence(ReadText answer, ReadText claim)
    {
        var best = answer.Tokens.GroupBy(token => token.Sentence)
            .MaxBy(sentence => claim.Tokens.Count(token => sentence.Any(said => Stems.AreSame(said.Text, token.Text))))!;
        return answer.TextOf(best.Key, best.Key);
    }

    private static string Place(ReadText answer, string quote)
    {
        var wanted = TokenReader.Words(quote).ToArray();
        var at = wanted.Length < 2 ? -1 : Enumerable.Range(0, Math.Max(0, answer.Tokens.Count - wanted.Length + 1))
            .FirstOrDefault(start => wanted.Select((word, i) => answer.Tokens[start + i].Text == word).All(same => same), -1);
        return at < 0 ? "" : TextCleaner.Line(answer.Text[answer.Tokens[at].Start..answer.Tokens[at + wanted.Length - 1].End]);
    }
}
