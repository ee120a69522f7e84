using System.Collections.Frozen;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Whether a statement can be about an element at all, as far as that is cheap to tell: a greeting names no buyer, and what has no
/// number measures nothing.</summary>
internal static class ElementCheck
{
    private static readonly FrozenDictionary<string, PhraseSet> Words = DataFile.Sections("Extraction.Evidence.Data.elements.txt")
        .Where(section => section.Value.Count > 0)
        .ToFrozenDictionary(section => section.Key, section => new PhraseSet(section.Value), StringComparer.Ordinal);

    // What the elements of the known frameworks ask for; another one may be about anything.
    private static readonly FrozenDictionary<string, string[]> Kinds = new Dictionary<string, string[]>
    {
        ["metrics"] = ["number"],
        ["economic_buyer"] = ["buyer"],
        ["authority"] = ["buyer"],
        ["decision_criteria"] = ["criteria"],
        ["decision_process"] = ["process", "date"],
        ["paper_process"] = ["process", "date"],
        ["timing"] = ["process", "date"],
        ["critical_event"] = ["process", "date"],
        ["decision"] = ["buyer", "process", "criteria", "date"],
        ["identified_pain"] = ["pain", "amount"],
        ["need"] = ["pain", "criteria", "amount"],
        ["pain"] = ["pain", "amount"],
        ["impact"] = ["pain", "number"],
        ["champion"] = ["champion"],
        ["competition"] = ["competition", "name"],
        ["budget"] = ["money", "amount"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>True when the quote, or the question that it answers, has a word that belongs to the element.</summary>
    public static bool Holds(QualificationElement element, ReadText quote, string question, NameIndex names) =>
        !Kinds.TryGetValue(element.Name, out var kinds) || kinds.Any(kind => Is(kind, quote, question, names));

    private static bool Is(string kind, ReadText quote, string question, NameIndex names) => kind switch
    {
        "number" => quote.Quantities.Any(quantity => !quantity.IsWeak || quantity.Unit.Length > 0),
        "amount" => quote.Quantities.Any(quantity => !quantity.IsWeak && quantity.Unit.Length > 0),
        "date" => quote.Dates.Count > 0 || RelativeDates.In(quote).Any(),
        "name" => quote.Tokens.Any(token => token.IsCapital && !token.IsFirst && names.IsName(token.Text) && !names.IsAttendee(token.Text)),
        _ => Words[kind].IsIn(quote.Tokens) || (question.Length > 0 && Words[kind].IsIn(TokenReader.Read(question))),
    };
}
