using System.Collections.Frozen;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>The cues by which it is told what a statement is about: meanings that words of five languages share, words that are
/// characteristic of a kind of element (<c>elements.txt</c>), values, and in English the words themselves.</summary>
internal static class ElementCues
{
    /// <summary>A word, in English.</summary>
    public const char Word = 'w';

    /// <summary>Two words in a row, in English.</summary>
    public const char Pair = 'b';

    /// <summary>A meaning.</summary>
    public const char Meaning = 'c';

    /// <summary>A meaning in the question that is answered.</summary>
    public const char AskedMeaning = 'a';

    /// <summary>Words of a kind, one or several.</summary>
    public const char Kind = 'k';

    /// <summary>Words that are said of a kind and of other things.</summary>
    public const char WeakKind = 'l';

    /// <summary>Words of a kind in the question that is answered.</summary>
    public const char AskedKind = 'q';

    /// <summary>A value, or something of the text as a whole.</summary>
    public const char Whole = 'x';

    private const string Number = "#";
    private const string Name = "@";
    private const string End = ".";
    private const string Several = "2";
    private const string English = "en";
    private const int ShortText = 6;
    private const string Folder = "Extraction.Evidence.Data.";

    private static readonly FrozenDictionary<string, (string Name, PhraseSet Words)[]> Meanings = ByLanguage("meanings.txt");
    private static readonly FrozenDictionary<string, (string Name, PhraseSet Words)[]> Kinds = ByLanguage("elements.txt");

    /// <summary>The cues of a text.</summary>
    /// <param name="text">The quote or the claim.</param>
    /// <param name="asked">The question that is answered; may be empty.</param>
    /// <param name="names">The names of the document.</param>
    /// <param name="withWords">False to leave out what only English has, so that the rest is learned too.</param>
    public static HashSet<SentenceCue> Of(ReadText text, ReadText asked, NameIndex names, bool withWords = true)
    {
        var code = text.Language.Code;
        HashSet<SentenceCue> cues = [new SentenceCue(Whole, "any", "")];
        foreach (var (name, words) in Meanings.GetValueOrDefault(code, []))
        {
            Add(name, Meaning, AskedMeaning, words.IsIn(text.Tokens), words.IsIn(asked.Tokens));
        }

        foreach (var (name, words) in Kinds.GetValueOrDefault(code, []))
        {
            var count = words.Count(text.Tokens);
            var isWeak = name.EndsWith(" weak", StringComparison.Ordinal);
            var kind = isWeak ? name[..^5] : name;
            Add(kind, isWeak ? WeakKind : Kind, AskedKind, count > 0, !isWeak && words.IsIn(asked.Tokens));
            if (count > 1)
            {
                cues.Add(new SentenceCue(isWeak ? WeakKind : Kind, kind, Several));
            }
        }

        AddValues(text, names, cues);
        if (withWords && code == English)
        {
            AddWords(text, names, cues);
        }

        return cues;

        void Add(string name, char own, char ofQuestion, bool isIn, bool isAsked)
        {
            if (isIn)
            {
                cues.Add(new SentenceCue(own, name, ""));
            }

            if (isAsked)
            {
                cues.Add(new SentenceCue(ofQuestion, name, ""));
            }
        }
    }

    /// <summary>True when a text says a number that measures something.</summary>
    public static bool HasNumber(ReadText text) => text.Quantities.Any(quantity => !quantity.IsWeak || quantity.IsImplied
        || quantity.Values[0] is 0.25 or 0.5 || (quantity.Unit.Length > 0 && quantity.Noun.Length == 0));

    private static void AddValues(ReadText text, NameIndex names, HashSet<SentenceCue> cues)
    {
        AddIf("number", HasNumber(text));
        AddIf("unit", text.Quantities.Any(quantity => !quantity.IsWeak && quantity.Unit.Length > 0));
        AddIf("date", text.Dates.Count > 0 || RelativeDates.In(text).Any());
        AddIf("person", text.Tokens.Any(token => token.IsCapital && names.IsPerson(token.Text)));
        AddIf("product", text.Tokens.Any(token => IsProduct(token, text, names)));
        AddIf("short", text.Tokens.Count <= ShortText);

        void AddIf(string name, bool isSo)
        {
            if (isSo)
            {
                cues.Add(new SentenceCue(Whole, name, ""));
            }
        }
    }

    private static bool IsProduct(Token token, ReadText text, NameIndex names) => token.IsCapital && !names.IsPerson(token.Text)
        && !text.Language.Months.ContainsKey(token.Text) && !text.Language.Days.Has(token.Text)
        && (token.IsFirst ? names.MayBeName(token.Text) && !text.Language.Stop.Contains(token.Text) : names.IsName(token.Text));

    // Which name and which number it is says nothing about what the text is about.
    private static void AddWords(ReadText text, NameIndex names, HashSet<SentenceCue> cues)
    {
        List<string> words = [];
        for (var i = 0; i < text.Tokens.Count; i++)
        {
            var token = text.Tokens[i];
            var word = text.Quantities.Any(quantity => i >= quantity.First && i <= quantity.Last) ? Number
                : token.IsCapital && (names.IsPerson(token.Text) || IsProduct(token, text, names)) ? Name
                : token.Text;
            if (word is not (Number or Name) || words.Count == 0 || words[^1] != word)
            {
                words.Add(word);
            }
        }

        for (var i = 0; i <= words.Count; i++)
        {
            cues.Add(new SentenceCue(Pair, i > 0 ? words[i - 1] : End, i < words.Count ? words[i] : End));
            if (i < words.Count)
            {
                cues.Add(new SentenceCue(Word, words[i], ""));
            }
        }
    }

    // A section is named by what its words tell and their language.
    private static FrozenDictionary<string, (string Name, PhraseSet Words)[]> ByLanguage(string file) => DataFile.Sections(Folder + file)
        .Where(section => section.Value.Count > 0)
        .GroupBy(section => section.Key[(section.Key.LastIndexOf(' ') + 1)..], StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Select(section =>
            (section.Key[..section.Key.LastIndexOf(' ')], new PhraseSet(section.Value))).ToArray(), StringComparer.Ordinal);
}
