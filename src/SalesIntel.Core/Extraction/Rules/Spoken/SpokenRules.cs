using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The rules for what is said in meetings, and which fields they fill: frameworks have different names for one meaning.</summary>
internal static class SpokenRules
{
    private const string Folder = "Extraction.Rules.Data.";

    private static readonly string[] Files = ["concepts", "money", "need", "process", "people", "sales", "situation"];

    /// <summary>The phrases of all rules.</summary>
    public static PhraseGrammar Grammar { get; } = new(Files.Select(file => $"{Folder}{file}.txt"));

    private static readonly Lazy<WordVectors> LazyVectors = new(() =>
    {
        using var file = DataFile.Open($"{Folder}word-vectors.bin");
        return new WordVectors(file);
    });

    private static readonly Lazy<SpokenWeights> LazyWeights = new(() =>
    {
        using var file = DataFile.Open($"{Folder}network.bin");
        return new SpokenWeights(DataFile.Sections($"{Folder}weights.txt"), SentenceNetwork.Read(Vectors, file));
    });

    /// <summary>The vectors of words.</summary>
    public static WordVectors Vectors => LazyVectors.Value;

    /// <summary>How much sentences speak for elements.</summary>
    public static SpokenWeights Weights => LazyWeights.Value;

    /// <summary>How much what is said speaks for a meeting in which something is sold.</summary>
    public static SalesWeights SaleWeights { get; } = new(DataFile.Sections($"{Folder}sale-weights.txt"));

    private static readonly FrozenDictionary<string, string[]> ByField = new Dictionary<string, string[]>
    {
        ["meddic_metrics"] = ["metrics"],
        ["meddic_economic_buyer"] = ["economic_buyer"],
        ["meddic_decision_criteria"] = ["decision_criteria"],
        ["meddic_decision_process"] = ["decision_process"],
        ["meddic_identified_pain"] = ["identified_pain"],
        ["meddic_champion"] = ["champion"],
        ["meddic_competition"] = ["competition"],
        ["meddpicc_paper_process"] = ["paper_process"],
        [LeadFields.BudgetSignal.Name] = ["budget"],
        [LeadFields.AuthoritySignal.Name] = ["economic_buyer"],
        [LeadFields.NeedSignal.Name] = ["identified_pain"],
        [LeadFields.TimingSignal.Name] = ["timing"],
        ["spiced_situation"] = ["situation"],
        ["spiced_pain"] = ["identified_pain"],
        ["spiced_impact"] = ["metrics"],
        ["spiced_critical_event"] = ["critical_event"],
        ["spiced_decision"] = ["economic_buyer", "decision_process", "decision_criteria"],
        [MeetingFields.Risks.Name] = ["risks"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, SpokenRule> ByName = ByField.Values.SelectMany(names => names).Distinct()
        .ToFrozenDictionary(name => name, name => new SpokenRule(name, Grammar), StringComparer.Ordinal);

    /// <summary>Words that are written with a capital letter without being names.</summary>
    public static FrozenSet<string> NoNames { get; } = Words("not-name", "month", "weekday");

    /// <summary>Words behind a name that tell that it is a person's.</summary>
    public static FrozenSet<string> PersonVerbs { get; } = Words("person-verb");

    /// <summary>Words that may stand within a number, or at its beginning.</summary>
    public static FrozenSet<string> NumberJoints { get; } = Words("number-joint");

    /// <summary>Words that count places in a row, which are no amounts.</summary>
    public static FrozenSet<string> Ordinals { get; } = Words("ordinal");

    /// <summary>The rules that fill a field; none when no rule does.</summary>
    public static IReadOnlyList<SpokenRule> For(LeadField field) =>
        ByField.TryGetValue(field.Name, out var names) ? [.. names.Select(name => ByName[name])] : [];

    private static FrozenSet<string> Words(params IEnumerable<string> sections)
    {
        var data = DataFile.Sections($"{Folder}concepts.txt");
        return sections.SelectMany(section => data[section]).SelectMany(PhrasePattern.Expand).Where(phrase => !phrase.Contains(' '))
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
