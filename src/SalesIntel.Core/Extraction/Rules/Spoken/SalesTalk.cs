using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Tells whether people in a meeting talk about buying something. Rules that look for a deal would find one in any talk about
/// work:
/// stand-ups have problems, lectures have numbers, support calls have customers, and whoever talks for an hour about a company says once
/// how
/// things are decided there.</summary>
/// <remarks>What counts is how dense the signs are - price, the other side's product, an offer, a demo, a trial, a contract, vendors,
/// money for
/// it, steps towards it - and of how many kinds, less the signs of another kind of talk. A seller who shows a product says few of them;
/// that he
/// shows it is the sign. In talk of an hour among founders and engineers there are two to four signs in a thousand words, in sales calls
/// six
/// and more.</remarks>
internal sealed class SalesTalk
{
    private const double Thousand = 1_000;
    private const int FewestWords = 600;
    private const double Dense = 5;
    private const double DenseWithoutSides = 6;
    private const double DenseWithTitle = 2;
    private const double DenseShown = 5;
    private const int Kinds = 3;
    private const int KindsWhenShort = 2;

    private static readonly string[] SignNames =
        ["price", "product", "offer", "demo", "trial", "contract", "vendor", "money", "step"];

    // What is said about a deal is a sign of one itself where there is little else to go by.
    private static readonly string[] ElementNames = ["economic_buyer", "decision_process", "decision_criteria", "competition"];

    private static readonly string[] OtherNames = ["support", "interview", "internal", "talk"];

    private readonly int[] signs;
    private readonly int[] elements;
    private readonly int[] others;
    private readonly int[] privateLife;
    private readonly int show;
    private readonly int[] signHits = new int[SignNames.Length];
    private readonly int[] elementHits = new int[ElementNames.Length];
    private readonly int[] otherHits = new int[OtherNames.Length];
    private readonly int[] privateHits = new int[1];
    private readonly bool hasTitle;
    private readonly bool hasSeller;
    private readonly bool hasOther;
    private int words;
    private int shown;

    /// <param name="grammar">The phrases.</param>
    /// <param name="title">The meeting's title.</param>
    /// <param name="sides">The sides of those who speak.</param>
    public SalesTalk(PhraseGrammar grammar, string title, IReadOnlyCollection<MeetingSide> sides)
    {
        signs = Array.ConvertAll(SignNames, name => grammar.Concept($"sales.{name}"));
        elements = Array.ConvertAll(ElementNames, name => grammar.Concept($"{name}.said"));
        others = Array.ConvertAll(OtherNames, name => grammar.Concept($"other.{name}"));
        privateLife = [grammar.Concept("private")];
        show = grammar.Concept("sales.show");
        hasSeller = sides.Contains(MeetingSide.Seller);
        hasOther = sides.Any(side => side != MeetingSide.Seller);
        var match = new SentenceMatch(grammar);
        match.Read(SpokenWords.Split(title), []);
        hasTitle = match.Has(grammar.Concept("sales.title"));
    }

    /// <summary>True when it is about buying. Among our own people nobody buys, whatever they say about customers.</summary>
    public bool IsOne
    {
        get
        {
            var isShort = words < FewestWords;
            var density = Density(signHits.Sum() + (isShort ? elementHits.Sum() : 0));
            var against = Density(otherHits.Sum() + (isShort ? privateHits[0] : 0));
            var kinds = signHits.Count(hits => hits > 0) + (isShort ? elementHits.Count(hits => hits > 0) : 0);
            var isShown = hasSeller && Density(shown) >= DenseShown && Density(shown) > 2 * against;
            var needed = hasTitle ? DenseWithTitle : hasSeller ? Dense : DenseWithoutSides;
            var isDense = kinds >= (isShort ? KindsWhenShort : Kinds) && density > against
                && density - (isShort ? against : against / 2) >= needed;
            return hasOther && (isShown || isDense);
        }
    }

    /// <summary>Takes a sentence into account.</summary>
    public void Add(SpokenSentence sentence, SentenceMatch match)
    {
        words += sentence.Words.Count;
        shown += sentence.Side == MeetingSide.Seller && match.Has(show) ? 1 : 0;
        Count(match, signs, signHits);
        Count(match, elements, elementHits);
        Count(match, others, otherHits);
        Count(match, privateLife, privateHits);
    }

    private static void Count(SentenceMatch match, int[] concepts, int[] hits)
    {
        for (var i = 0; i < concepts.Length; i++)
        {
            hits[i] += match.Has(concepts[i]) ? 1 : 0;
        }
    }

    private double Density(int hits) => Thousand * hits / Math.Max(words, FewestWords);
}
