namespace SalesIntel.Extraction;

/// <summary>The cues by which it is told what a statement is about: meanings that words of five languages share (<c>meanings.txt</c>),
/// words that are characteristic of a kind of element (<c>elements.txt</c>), values, and how it is said.</summary>
internal static class ElementCues
{
    private const int ShortText = 6;
    private const int LongText = 16;
    private const int Beginning = 5;
    private const char Word = '=';
    private const string Number = "0";
    private const string Name = "@";
    private const string Folder = "Extraction.Evidence.Data.";

    /// <summary>What stands before the name of a kind whose words are in the text.</summary>
    public const string Kind = "kind-";

    /// <summary>What stands before the unit of a number.</summary>
    public const string Unit = ".unit-";

    private static readonly FrozenDictionary<string, MeaningTable> Tables =
        MeaningTable.Of((Folder + "meanings.txt", ""), (Folder + "elements.txt", Kind));

    /// <summary>The cues of a text, each once; none where it has no word.</summary>
    /// <param name="text">The quote, the claim or the question.</param>
    /// <param name="names">The names of the document.</param>
    public static IReadOnlyList<string> Of(ReadText text, NameIndex names)
    {
        List<string> cues = [];
        if (text.Tokens.Count == 0)
        {
            return cues;
        }

        foreach (var (meaning, count) in Tables[text.Language.Code].In(text.Tokens))
        {
            cues.Add(meaning);
            AddIf(meaning + "/2", count > 1 && meaning.StartsWith(Kind, StringComparison.Ordinal));
        }

        AddValues(text, AddIf);
        AddNames(text, names, AddIf);
        AddManner(text, AddIf);
        AddWords(text, names, cues);
        return cues;

        void AddIf(string cue, bool isSo)
        {
            if (isSo)
            {
                cues.Add(cue);
            }
        }
    }

    /// <summary>True when a cue is a word of one language, and no meaning that it may share with others.</summary>
    public static bool IsWord(string cue) => cue.Length > 2 && cue[2] == Word;

    /// <summary>True when a text says a number that measures something.</summary>
    public static bool HasNumber(ReadText text) => text.Quantities.Any(quantity => !quantity.IsWeak || quantity.IsImplied
        || quantity.Values[0] is 0.25 or 0.5 || (quantity.Unit.Length > 0 && quantity.Noun.Length == 0));

    private static void AddValues(ReadText text, Action<string, bool> addIf)
    {
        addIf(".number", HasNumber(text));
        addIf(".numbers", text.Counted.Count > 1);
        addIf(".date", text.Dates.Count > 0 || RelativeDates.In(text).Any());
        foreach (var unit in text.Counted.Where(quantity => quantity.Unit.Length > 0).Select(quantity => quantity.Unit)
            .Distinct(StringComparer.Ordinal))
        {
            addIf($"{Unit}{unit.Replace(' ', '-')}", true);
        }
    }

    private static void AddNames(ReadText text, NameIndex names, Action<string, bool> addIf)
    {
        var (isPerson, isProduct) = (false, false);
        foreach (ref readonly var token in text.Tokens)
        {
            if (token.IsCapital && names.IsPerson(token.Text))
            {
                isPerson = true;
            }
            else if (token.IsCapital && !text.Language.Months.ContainsKey(token.Text) && !text.Language.Days.Has(token.Text)
                && (token.IsFirst ? names.MayBeName(token.Text) && !text.Language.Stop.Contains(token.Text) : names.IsName(token.Text)))
            {
                isProduct = true;
            }
        }

        addIf(".person", isPerson);
        addIf(".product", isProduct);
    }

    // The words themselves, what they begin with, and two that follow each other: what is learned of them holds for their language alone.
    private static void AddWords(ReadText text, NameIndex names, List<string> cues)
    {
        var before = text.Language.Code + Word;
        HashSet<string> words = new(StringComparer.Ordinal);
        var last = "";
        foreach (ref readonly var token in text.Tokens)
        {
            var word = token.HasDigit ? Number : IsNameIn(text, names, token) ? Name : token.Text;
            words.Add(before + word);
            if (word.Length > Beginning)
            {
                words.Add($"{before}{word.AsSpan(0, Beginning)}*");
            }

            if (last.Length > 0)
            {
                words.Add($"{before}{last}_{word}");
            }

            last = word;
        }

        cues.AddRange(words);
    }

    private static bool IsNameIn(ReadText text, NameIndex names, in Token token) => token.IsCapital
        && (names.IsPerson(token.Text) || (!token.IsFirst && !text.Language.HasCapitalNouns && names.IsName(token.Text)));

    private static void AddManner(ReadText text, Action<string, bool> addIf)
    {
        var language = text.Language;
        addIf(".self", text.Tokens.Any(token => language.Self.Contains(token.Text)));
        addIf(".you", text.Tokens.Any(token => language.Addressed.Contains(token.Text)));
        addIf(".they", text.Tokens.Any(token => language.Others.Contains(token.Text)));
        addIf(".negation", text.Tokens.Any(token => language.Negations.Contains(token.Text)));
        addIf(".condition", text.Tokens.Any(token => language.Conditions.Contains(token.Text)));
        addIf(".goal", text.Tokens.Any(token => language.Goals.Contains(token.Text)));
        addIf(".title", text.Tokens.Any(token => language.Titles.Contains(token.Text)));
        addIf(".role", Enumerable.Range(0, text.Tokens.Count).Any(at => language.Roles.At(text.Tokens, at, out _) > 0));
        addIf(".plan", language.Tenses.Plans.IsIn(text.Tokens));
        addIf(".hedge", language.Hedges.IsIn(text.Tokens));
        addIf(".exclusive", language.Exclusives.IsIn(text.Tokens));
        foreach (var tense in text.Tenses.Distinct())
        {
            addIf($".tense-{tense}".Replace(", ", "-", StringComparison.Ordinal), true);
        }

        addIf(".short", text.Tokens.Count <= ShortText);
        addIf(".long", text.Tokens.Count > LongText);
        addIf(".question", text.Text.EndsWith('?'));
    }
}
