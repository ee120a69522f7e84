using System.Collections.Frozen;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>How many signs a claim and its quote have of each kind of element: words that are characteristic of it, in the quote, in the
/// question that it answers and in the claim, and values of its kind. For one claim.</summary>
/// <param name="quote">The sentences of the quote.</param>
/// <param name="asked">The question that it answers; may be empty.</param>
/// <param name="claim">What is claimed in other words; null when the quote itself is.</param>
/// <param name="names">The names of the document.</param>
internal sealed class ElementSigns(ReadText quote, ReadText asked, ReadText? claim, NameIndex names)
{
    // The quote's words count most, then what it answers; whoever writes it down in his own words tells what it is about, too.
    private const double Asked = 1;
    private const double Claimed = 0.8;

    // A word that is also said of other things.
    private const double Weak = 0.3;
    private const int MostStrong = 3;
    private const int MostWeak = 4;

    // A value of the kind: a product of what competes, a person of who buys, a date of a process, a number of a measure.
    private const double Named = 1;
    private const double Person = 0.3;
    private const double Dated = 0.8;
    private const double Measured = 1;
    private const double Priced = 0.5;

    private static readonly FrozenDictionary<string, PhraseSet> Words = DataFile.Sections("Extraction.Evidence.Data.elements.txt")
        .Where(section => section.Value.Count > 0)
        .ToFrozenDictionary(section => section.Key, section => new PhraseSet(section.Value), StringComparer.Ordinal);

    private readonly Dictionary<string, double> scores = new(StringComparer.Ordinal);

    /// <summary>True when the quote says a number that measures something.</summary>
    public bool HasNumber => quote.Quantities.Any(quantity => !quantity.IsWeak || quantity.IsImplied || quantity.Values[0] is 0.25 or 0.5
        || (quantity.Unit.Length > 0 && quantity.Noun.Length == 0));

    /// <summary>How much speaks for a kind; below zero when it lacks what the kind can't do without.</summary>
    public double Of(string kind)
    {
        if (!scores.TryGetValue(kind, out var score))
        {
            scores.Add(kind, score = Count(kind));
        }

        return score;
    }

    /// <summary>True when a word that is characteristic of a kind stands in the quote or in the question.</summary>
    public bool HasWord(string kind) => Strong(kind, quote) > 0 || Strong(kind, asked) > 0;

    private double Count(string kind)
    {
        var said = claim ?? quote;
        var words = Math.Min(Strong(kind, quote), MostStrong) + (Claimed * Math.Min(Strong(kind, said), MostStrong))
            + (Weak * Math.Min(WeakOnes(kind, quote) + WeakOnes(kind, said), MostWeak)) + (Strong(kind, asked) > 0 ? Asked : 0);
        return words + Values(kind);
    }

    private double Values(string kind) => kind switch
    {
        "measure" => HasNumber ? Measured : double.NegativeInfinity,
        "champion" => IsPerson(quote) || (claim is not null && IsPerson(claim)) ? 0 : -1,
        "buyer" => HasPerson(quote) || (claim is not null && HasPerson(claim)) ? Person : 0,
        "competition" => IsNamed(quote, mayBeFirst: false) || (claim is not null && IsNamed(claim, mayBeFirst: true)) ? Named : 0,
        "process" => IsDated(quote) || (claim is not null && IsDated(claim)) ? Dated : 0,
        "money" => quote.Quantities.Any(quantity => !quantity.IsWeak && quantity.Unit.Length > 0) ? Priced : 0,
        _ => 0,
    };

    private static int Strong(string kind, ReadText text) => Hits($"{kind} {text.Language.Code}", text);

    private static int WeakOnes(string kind, ReadText text) => Hits($"{kind} weak {text.Language.Code}", text);

    private static int Hits(string section, ReadText text) => Words.TryGetValue(section, out var words) ? words.Count(text.Tokens) : 0;

    private bool IsPerson(ReadText text) => Words[$"person {text.Language.Code}"].IsIn(text.Tokens) || HasPerson(text);

    private bool HasPerson(ReadText text) => text.Tokens.Any(token => token.IsCapital && names.IsPerson(token.Text));

    private static bool IsDated(ReadText text) => text.Dates.Count > 0 || RelativeDates.In(text).Any();

    // A product. Who writes it down names it where the speaker had named it before.
    private bool IsNamed(ReadText text, bool mayBeFirst) => text.Tokens.Any(token => token.IsCapital
        && (mayBeFirst ? names.MayBeName(token.Text) : !token.IsFirst && names.IsName(token.Text)) && !names.IsPerson(token.Text));
}
