using System.Collections.Frozen;
using System.Globalization;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>The word lists of one language; what each is for stands in <c>Data/README.md</c>.</summary>
internal sealed class LanguageWords
{
    private LanguageWords(string code)
    {
        var data = DataFile.Sections($"Extraction.Evidence.Data.{code}.txt");
        Code = code;
        Stop = Words("stop");
        Negations = Words("negation");
        Missing = WordPatterns("missing");
        Exceptions = Words("exception");
        Instead = new PhraseSet(data["instead"]);
        Conditions = Words("condition");
        Limits = Words("limit");
        Goals = Words("goal");
        Titles = Words("title");
        Self = Words("i");
        Addressed = Words("you");
        Others = Words("they");
        Common = Words("common");
        NoNegation = new PhraseSet(data["no negation"]);
        Hedges = new PhraseSet(data["hedge"]);
        WeakHedges = new PhraseSet(data["weak hedge"]);
        Corrections = new PhraseSet(data["correction"]);
        WeakCorrections = new PhraseSet(data["weak correction"]);
        Additions = new PhraseSet(data["addition"]);
        Instructions = new PhraseSet(data["instructions"]);
        Numbers = Pairs("numbers").ToFrozenDictionary(
            pair => pair.Key, pair => double.Parse(pair.Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Months = Pairs("months").ToFrozenDictionary(
            pair => pair.Key, pair => int.Parse(pair.Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Days = new PhraseMap(data["days"]);
        Units = new PhraseMap(data["units"]);
        Relative = new PhraseMap(data["relative"]);
        Periods = new PhraseMap(data["periods"]);
        Directions = new PhraseMap(data["directions"]);
        Edges = new PhraseMap(data["edges"]);
        Bounds = new PhraseMap(data["bounds"]);
        Ordinals = new PhraseMap(data["ordinals"]);
        NumberPhrases = new PhraseMap(data["number phrases"]);

        FrozenSet<string> Words(string section) => data[section].SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(TokenReader.Words).ToFrozenSet(StringComparer.Ordinal);

        PhraseSet WordPatterns(string section) =>
            new([.. data[section].SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))]);

        IEnumerable<KeyValuePair<string, string>> Pairs(string section) => data[section].Select(line => line.Split('='))
            .Select(pair => KeyValuePair.Create(string.Concat(TokenReader.Words(pair[0])), pair[1].Trim()))
            .DistinctBy(pair => pair.Key, StringComparer.Ordinal);
    }

    /// <summary>The languages that are read; the first stands in where nothing tells the language.</summary>
    public static IReadOnlyList<LanguageWords> All { get; } = [.. new[] { "en", "de", "fr", "es", "pt" }.Select(code =>
        new LanguageWords(code))];

    /// <summary>The language's code, e.g. <c>en</c>.</summary>
    public string Code { get; }

    /// <summary>True where every noun begins with a capital letter, so that capitals tell no name.</summary>
    public bool HasCapitalNouns => Code == "de";

    /// <summary>True where a verb needs no pronoun, so that none tells who is meant.</summary>
    public bool DropsPronouns => Code is "es" or "pt";

    public FrozenSet<string> Stop { get; }

    public FrozenSet<string> Negations { get; }

    public PhraseSet NoNegation { get; }

    public PhraseSet Missing { get; }

    public FrozenSet<string> Exceptions { get; }

    /// <summary>Words before what is not chosen.</summary>
    public PhraseSet Instead { get; }

    public FrozenSet<string> Conditions { get; }

    /// <summary>Words that make a number a limit: "not more than ten".</summary>
    public FrozenSet<string> Limits { get; }

    /// <summary>Words of an aim, whose number does not contradict today's.</summary>
    public FrozenSet<string> Goals { get; }

    /// <summary>Words before a person's name.</summary>
    public FrozenSet<string> Titles { get; }

    public PhraseSet Hedges { get; }

    public PhraseSet WeakHedges { get; }

    public PhraseSet Corrections { get; }

    /// <summary>Phrases that take back what differs, and else mean nothing.</summary>
    public PhraseSet WeakCorrections { get; }

    public PhraseSet Additions { get; }

    public PhraseSet Instructions { get; }

    public FrozenDictionary<string, double> Numbers { get; }

    public FrozenDictionary<string, int> Months { get; }

    public PhraseMap Days { get; }

    public PhraseMap Units { get; }

    public PhraseMap Relative { get; }

    /// <summary>Seasons and feasts.</summary>
    public PhraseMap Periods { get; }

    /// <summary>Words that tell which one of a kind is meant: the next or the last one.</summary>
    public PhraseMap Directions { get; }

    /// <summary>Words for a part of a time.</summary>
    public PhraseMap Edges { get; }

    /// <summary>Words for what lies before or after a time.</summary>
    public PhraseMap Bounds { get; }

    /// <summary>Numbers that count off.</summary>
    public PhraseMap Ordinals { get; }

    /// <summary>Words in which a number is implied.</summary>
    public PhraseMap NumberPhrases { get; }

    /// <summary>Words by which the speaker means himself.</summary>
    public FrozenSet<string> Self { get; }

    /// <summary>Words for the person spoken to.</summary>
    public FrozenSet<string> Addressed { get; }

    /// <summary>Words for somebody else.</summary>
    public FrozenSet<string> Others { get; }

    /// <summary>Words that may begin a sentence and are no names.</summary>
    public FrozenSet<string> Common { get; }

    /// <summary>The language in which most of a text's small words are.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="otherwise">What to take where nothing tells, or several languages are as likely; null = the first of those.</param>
    /// <param name="isSure">True when one language is clearly ahead: small words that several have tell little.</param>
    public static LanguageWords Of(IReadOnlyCollection<Token> tokens, LanguageWords? otherwise, out bool isSure)
    {
        (LanguageWords Language, int Hits)[] found =
        [
            .. All.Select(language => (language, tokens.Count(language.IsOwn))).OrderByDescending(one => one.Item2),
        ];
        var (best, most) = found[0];
        isSure = most >= 2 && most >= found[1].Hits + Math.Max(1, most / 4);
        return most < 2 ? otherwise ?? best
            : isSure || otherwise is null || found.Single(one => one.Language == otherwise).Hits < most ? best
            : otherwise;
    }

    private bool IsOwn(Token token) => Stop.Contains(token.Text) || Negations.Contains(token.Text)
        || (Numbers.ContainsKey(token.Text) && !token.HasDigit) || Months.ContainsKey(token.Text) || Units.At([token], 0, out _) > 0;
}
