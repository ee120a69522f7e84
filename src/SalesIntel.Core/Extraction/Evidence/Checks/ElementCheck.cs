using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Whether a statement can be about an element, as far as words that are characteristic of elements tell: one that has none of
/// the element's and some of another's is about that one.</summary>
internal static class ElementCheck
{
    // How many words of another kind tell that a statement in somebody's own words, which has none of its own kind, is about that one.
    private const int Telling = 3;
    private const int TellingOfSeveral = 1;

    // By kind, where it is another number: everybody says in the same words who buys and how, what competes is often a mere name, and what is
    // asked for may be said about anything.
    private static readonly FrozenDictionary<string, int> TellingOf = new Dictionary<string, int>
    {
        ["buyer"] = 0, ["process"] = 1, ["measure"] = 2, ["competition"] = 1, ["criteria"] = 5,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // By how many words another kind has to be ahead where there are words of both; else such a statement is about both.
    private const int Ahead = 3;
    private static readonly FrozenDictionary<string, int> AheadOf = new Dictionary<string, int>
    {
        ["buyer"] = 2, ["champion"] = 2, ["competition"] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, PhraseSet> Words = DataFile.Sections("Extraction.Evidence.Data.elements.txt")
        .Where(section => section.Value.Count > 0)
        .ToFrozenDictionary(section => section.Key, section => new PhraseSet(section.Value), StringComparer.Ordinal);

    // What the elements of the known frameworks ask for; another one may be about anything.
    private static readonly FrozenDictionary<string, string[]> Kinds = new Dictionary<string, string[]>
    {
        ["metrics"] = ["measure"],
        ["economic_buyer"] = ["buyer"],
        ["authority"] = ["buyer"],
        ["decision_criteria"] = ["criteria"],
        ["decision_process"] = ["process"],
        ["paper_process"] = ["process"],
        ["timing"] = ["process"],
        ["critical_event"] = ["process"],
        ["decision"] = ["buyer", "process", "criteria"],
        ["identified_pain"] = ["pain"],
        ["need"] = ["pain", "criteria"],
        ["pain"] = ["pain"],
        ["impact"] = ["pain", "measure"],
        ["champion"] = ["champion"],
        ["competition"] = ["competition"],
        ["budget"] = ["money"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What is said about one of these is often said about the other, too: whoever decides is a step, and a number a pain.
    private static readonly FrozenDictionary<string, string[]> Apart = new Dictionary<string, string[]>
    {
        ["measure"] = ["buyer", "process", "champion", "competition"],
        ["buyer"] = ["criteria", "pain", "competition", "measure"],
        ["criteria"] = ["buyer", "process", "champion", "pain"],
        ["process"] = ["pain", "champion", "competition", "criteria"],
        ["pain"] = ["buyer", "process", "champion", "competition", "criteria"],
        ["champion"] = ["pain", "competition", "criteria", "process", "measure"],
        ["competition"] = ["buyer", "process", "champion", "pain", "measure"],
        ["money"] = ["champion", "competition"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What may belong to a kind where nothing tells of another.
    private static readonly FrozenDictionary<string, string[]> Hints = new Dictionary<string, string[]>
    {
        ["process"] = ["date"], ["pain"] = ["amount"], ["competition"] = ["name"], ["money"] = ["amount"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a statement can be about an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="quote">The sentences of the quote.</param>
    /// <param name="question">The question that it answers; may be empty.</param>
    /// <param name="names">The names of the document.</param>
    /// <param name="claim">What is claimed in other words; null when the quote itself is.</param>
    /// <param name="support">How much of the claim the passage bears out.</param>
    public static bool Holds(QualificationElement element, ReadText quote, string question, NameIndex names, string? claim,
        ContentSupport support)
    {
        if (!Kinds.TryGetValue(element.Name, out var kinds))
        {
            return support != ContentSupport.None;
        }

        // What has no number measures nothing.
        var asked = new ReadText(question, quote.Language);
        if (kinds is ["measure"] && !HasNumber(quote))
        {
            return false;
        }

        ReadText[] said = claim is null ? [quote] : [quote, new ReadText(claim, quote.Language)];
        if (kinds.Any(kind => IsIn(kind, quote) || IsIn(kind, asked)))
        {
            return !IsBehind(kinds, said, asked, names);
        }

        if (support == ContentSupport.None)
        {
            return false;
        }

        if (claim is null)
        {
            return !IsOfAnother(kinds, other => Hits(other, quote) > 0)
                && kinds.Any(kind => Hints.GetValueOrDefault(kind, []).Any(hint => IsHint(hint, quote, names)));
        }

        // Whoever writes it down in his own words tells what it is about, too.
        if (kinds.Any(kind => IsIn(kind, said[1])))
        {
            return !IsBehind(kinds, said, asked, names);
        }

        // What competes has a name, and who fights for something is a person.
        var isNamed = kinds.Contains("competition") && said.Any(text => IsNamed(text, names, text != quote));
        var telling = kinds is ["competition"] && quote.Language.HasCapitalNouns ? Telling
            : kinds is [var only] ? TellingOf.GetValueOrDefault(only, Telling)
            : kinds.Any(kind => kind is "buyer" or "process") ? TellingOfSeveral
            : Telling;
        return isNamed
            || ((kinds is not ["competition"] || quote.Language.HasCapitalNouns) && !(kinds is ["champion"] && !said.Any(text => IsPerson(text, names)))
                && telling > 0 && !IsOfAnother(kinds, other => Hits(other, quote) > 0 && said.Sum(text => Hits(other, text)) >= telling));
    }

    // Words of both kinds, and far more of the other one's.
    private static bool IsBehind(string[] kinds, ReadText[] said, ReadText asked, NameIndex names)
    {
        var own = kinds.Sum(kind => Hits(kind, asked) + said.Sum(text => Hits(kind, text)));
        own += kinds.Contains("competition") && said.Any(text => IsNamed(text, names, text != said[0])) ? said.Length : 0;
        var ahead = kinds.Max(kind => AheadOf.GetValueOrDefault(kind, Ahead));
        return IsOfAnother(kinds, other => said.Sum(text => Hits(other, text)) >= own + ahead);
    }

    private static bool IsPerson(ReadText text, NameIndex names) => Words[$"person {text.Language.Code}"].IsIn(text.Tokens)
        || text.Tokens.Any(token => token.IsCapital && names.IsPerson(token.Text));

    private static bool IsOfAnother(string[] kinds, Func<string, bool> isClear) =>
        kinds.All(kind => Apart[kind].Any(other => !kinds.Contains(other) && isClear(other)));

    private static int Hits(string kind, ReadText text) => IsIn(kind, text) ? Words[$"{kind} {text.Language.Code}"].Count(text.Tokens) : 0;

    private static bool IsIn(string kind, ReadText text) => kind == "measure"
        ? HasNumber(text) && (Words[$"{kind} {text.Language.Code}"].IsIn(text.Tokens)
            || text.Quantities.Any(quantity => quantity.Unit.Length > 0 && !quantity.IsWeak))
        : Words[$"{kind} {text.Language.Code}"].IsIn(text.Tokens);

    private static bool HasNumber(ReadText quote) => quote.Quantities.Any(quantity =>
        !quantity.IsWeak || quantity.IsImplied || quantity.Values[0] is 0.25 or 0.5
        || (quantity.Unit.Length > 0 && quantity.Noun.Length == 0));

    // A product. Who writes it down names it where the speaker had named it before.
    private static bool IsNamed(ReadText text, NameIndex names, bool mayBeFirst) => text.Tokens.Any(token => token.IsCapital
        && (mayBeFirst ? names.MayBeName(token.Text) : !token.IsFirst && names.IsName(token.Text)) && !names.IsPerson(token.Text));

    private static bool IsHint(string hint, ReadText quote, NameIndex names) => hint switch
    {
        "amount" => quote.Quantities.Any(quantity => !quantity.IsWeak && quantity.Unit.Length > 0),
        "date" => quote.Dates.Count > 0 || RelativeDates.In(quote).Any(),
        _ => IsNamed(quote, names, mayBeFirst: false),
    };
}
