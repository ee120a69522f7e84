using System.Numerics;

namespace SalesIntel.Extraction;

/// <summary>The word lists of one language; what each is for stands in <c>Data/README.md</c>.</summary>
internal sealed class LanguageWords
{
    private static readonly FrozenDictionary<string, uint> Own;

    private readonly int index;

    static LanguageWords()
    {
        All = [.. LanguageData.All.Select((data, index) => new LanguageWords(data, index))];
        Own = OwnWords();
        AllInstructions = PhraseSet.Union(All.Select(language => language.Instructions));
    }

    private LanguageWords(LanguageData data, int index)
    {
        this.index = index;
        Code = data.Code;
        Tenses = new TenseWords(data);
        Stop = data.Words("stop");
        Negations = data.Words("negation");
        Missing = new PhraseSet([.. data.Items("missing")]);
        Exceptions = data.Words("exception");
        Instead = new PhraseSet(data["instead"]);
        Conditions = data.Words("condition");
        (Reservations, Sequence) = (new PhraseMap(data["reservation"]), data.Words("sequence"));
        (Relations, Agents) = (data.Words("relation"), data.Words("agent"));
        (Articles, Persons) = (data.Words("article"), data.Words("he"));
        Limits = data.Words("limit");
        Goals = data.Words("goal");
        Titles = data.Words("title");
        Self = data.Words("i");
        Addressed = data.Words("you");
        Others = data.Words("they");
        Common = data.Words("common");
        Fillers = data.Words("filler");
        Universals = data.Words("universal");
        Opposites = OppositesOf(data["opposites"]);
        NoNegation = new PhraseSet(data["no negation"]);
        Hedges = new PhraseSet(data["hedge"]);
        WeakHedges = new PhraseSet(data["weak hedge"]);
        Corrections = new PhraseSet(data["correction"]);
        WeakCorrections = new PhraseSet(data["weak correction"]);
        Denials = new PhraseSet(data["denial"]);
        (Retractions, Settled) = (new PhraseSet(data["retraction"]), new PhraseSet(data["settled"]));
        (Exclusives, Additions) = (new PhraseSet(data["exclusive"]), new PhraseSet(data["addition"]));
        (Contraries, Roles, Sole) = (SidesOf(data["contraries"]), new PhraseMap(data["roles"]), new PhraseSet(data["sole"]));
        Instructions = new PhraseSet(data["instructions"]);
        Numbers = data.Numbers("numbers");
        Months = data.Pairs("months").ToFrozenDictionary(
            pair => pair.Key, pair => int.Parse(pair.Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        Days = new PhraseMap(data["days"]);
        Units = new PhraseMap(data["units"]);
        Relative = new PhraseMap(data["relative"]);
        Due = new PhraseMap(data["due"]);
        Periods = new PhraseMap(data["periods"]);
        Directions = new PhraseMap(data["directions"]);
        Edges = new PhraseMap(data["edges"]);
        (Bounds, BoundsBehind) = (new PhraseMap(data["bounds"]), new PhraseMap(data["bounds behind"]));
        Ordinals = new PhraseMap(data["ordinals"]);
        NumberPhrases = new PhraseMap(data["number phrases"]);
        AmountLimits = new PhraseMap(data["limits"]);
        LimitsBehind = new PhraseMap(data["limits behind"]);
        Restrictions = data.Words("only");
        (HalfNegations, NoMore) = (data.Words("half negation"), data.Words("no more"));
        NounEndings = [.. data.Items("noun endings")];
    }

    /// <summary>The languages that are read; the first stands in where nothing tells the language.</summary>
    public static IReadOnlyList<LanguageWords> All { get; }

    /// <summary>Words that are meant for software, in whatever language.</summary>
    public static PhraseSet AllInstructions { get; }

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

    /// <summary>Words without which it is another statement: "almost", "except", "my brother".</summary>
    public PhraseMap Reservations { get; }

    /// <summary>Words behind which the next step stands: "then".</summary>
    public FrozenSet<string> Sequence { get; }

    /// <summary>Words that set what stands before them into a relation to what stands behind: "than", "to".</summary>
    public FrozenSet<string> Relations { get; }

    /// <summary>Words before who does something that is done: "by".</summary>
    public FrozenSet<string> Agents { get; }

    /// <summary>Words before a noun: "the", "our".</summary>
    public FrozenSet<string> Articles { get; }

    /// <summary>Words for one person who is named elsewhere: "she".</summary>
    public FrozenSet<string> Persons { get; }

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

    /// <summary>Phrases that turn down what was just said, where they begin a clause.</summary>
    public PhraseSet Denials { get; }

    /// <summary>Phrases by which a speaker goes back to what he said before.</summary>
    public PhraseSet Retractions { get; }

    /// <summary>Phrases that leave no room for another one.</summary>
    public PhraseSet Exclusives { get; }

    /// <summary>Phrases that say that something holds or hurts no more, without a negation.</summary>
    public PhraseSet Settled { get; }

    /// <summary>Sides, each of several phrases, of which only one can hold of one thing.</summary>
    public PhraseSet[][] Contraries { get; }

    /// <summary>Positions, by which somebody is meant whose name is not said.</summary>
    public PhraseMap Roles { get; }

    /// <summary>Phrases that say it of one person and nobody else.</summary>
    public PhraseSet Sole { get; }

    public PhraseSet Additions { get; }

    public PhraseSet Instructions { get; }

    public FrozenDictionary<string, double> Numbers { get; }

    public FrozenDictionary<string, int> Months { get; }

    public PhraseMap Days { get; }

    public PhraseMap Units { get; }

    public PhraseMap Relative { get; }

    /// <summary>The day by which something is to be done: the last one of a unit, counted from this one.</summary>
    public PhraseMap Due { get; }

    /// <summary>Seasons and feasts.</summary>
    public PhraseMap Periods { get; }

    /// <summary>Words that tell which one of a kind is meant: the next or the last one.</summary>
    public PhraseMap Directions { get; }

    /// <summary>Words for a part of a time.</summary>
    public PhraseMap Edges { get; }

    /// <summary>Words for what lies before or after a time.</summary>
    public PhraseMap Bounds { get; }

    /// <summary>The same behind it.</summary>
    public PhraseMap BoundsBehind { get; }

    /// <summary>Numbers that count off.</summary>
    public PhraseMap Ordinals { get; }

    /// <summary>Words in which a number is implied.</summary>
    public PhraseMap NumberPhrases { get; }

    /// <summary>Phrases by which a number is the most or the least.</summary>
    public PhraseMap AmountLimits { get; }

    /// <summary>The same behind it.</summary>
    public PhraseMap LimitsBehind { get; }

    /// <summary>Words that say it of nothing else.</summary>
    public FrozenSet<string> Restrictions { get; }

    /// <summary>Words that tell whether something is, was, or is meant to be.</summary>
    public TenseWords Tenses { get; }

    /// <summary>Words that negate together with others, or with none.</summary>
    public FrozenSet<string> HalfNegations { get; }

    /// <summary>Words that negate behind such a word, and else mean "more".</summary>
    public FrozenSet<string> NoMore { get; }

    /// <summary>Endings of nouns that no name has, where every noun has a capital letter.</summary>
    public string[] NounEndings { get; }

    /// <summary>Words by which the speaker means himself.</summary>
    public FrozenSet<string> Self { get; }

    /// <summary>Words for the person spoken to.</summary>
    public FrozenSet<string> Addressed { get; }

    /// <summary>Words for somebody else.</summary>
    public FrozenSet<string> Others { get; }

    /// <summary>Small words that tell neither when, nor whether, nor how much.</summary>
    public FrozenSet<string> Fillers { get; }

    /// <summary>Words that say it of all, or of now.</summary>
    public FrozenSet<string> Universals { get; }

    /// <summary>By a word those that exclude it.</summary>
    public FrozenDictionary<string, string[]> Opposites { get; }

    /// <summary>Words that may begin a sentence and are no names.</summary>
    public FrozenSet<string> Common { get; }

    /// <summary>The language in which most of a text's small words are.</summary>
    /// <param name="tokens">The text.</param>
    /// <param name="otherwise">What to take where nothing tells, or several languages are as likely; null = the first of those.</param>
    /// <param name="isSure">True when one language is clearly ahead: small words that several have tell little.</param>
    public static LanguageWords Of(TokenList tokens, LanguageWords? otherwise, out bool isSure)
    {
        var hits = new int[All.Count];
        foreach (ref readonly var token in tokens)
        {
            _ = Own.TryGetValue(token.Text, out var languages);
            for (; languages != 0; languages &= languages - 1)
            {
                hits[BitOperations.TrailingZeroCount(languages)]++;
            }
        }

        var (first, second) = (0, 1);
        for (var i = 1; i < hits.Length; i++)
        {
            (first, second) = hits[i] > hits[first] ? (i, first) : (first, hits[i] > hits[second] ? i : second);
        }

        var most = hits[first];
        isSure = most >= 2 && most >= hits[second] + Math.Max(1, most / 4);
        return most < 2 ? otherwise ?? All[first]
            : isSure || otherwise is null || hits[otherwise.index] < most ? All[first]
            : otherwise;
    }

    private static PhraseSet[][] SidesOf(IReadOnlyList<string> lines) =>
        [.. lines.Select(line => line.Split('=').Select(side => new PhraseSet(side.Split(',', StringSplitOptions.TrimEntries))).ToArray())];

    private static FrozenDictionary<string, string[]> OppositesOf(IReadOnlyList<string> lines) => lines
        .Select(line => TokenReader.Words(line).ToArray())
        .SelectMany(line => line.Select(word => (Word: word, Others: line.Where(other => other != word))))
        .GroupBy(one => one.Word, one => one.Others, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.SelectMany(others => others).ToArray(), StringComparer.Ordinal);

    // By each word that tells a language, the bits of the languages that have it.
    private static FrozenDictionary<string, uint> OwnWords() => All
        .SelectMany(language => language.Stop.Concat(language.Negations)
            .Concat(language.Numbers.Keys.Where(word => !word.AsSpan().ContainsAnyInRange('0', '9')))
            .Concat(language.Months.Keys).Concat(language.Units.Words).Distinct(StringComparer.Ordinal)
            .Select(word => (Word: word, Bit: 1U << language.index)))
        .GroupBy(one => one.Word, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Aggregate(0U, (bits, one) => bits | one.Bit), StringComparer.Ordinal);
}
