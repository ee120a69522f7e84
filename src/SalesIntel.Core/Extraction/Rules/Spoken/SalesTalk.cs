using System.Collections.Frozen;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Tells whether people in a meeting talk about buying something. Rules that look for a deal would find one in any talk about work:
/// stand-ups have problems, lectures have numbers, support calls have customers.</summary>
/// <remarks>Kinds of signs are counted, not words: price, the other side's product, an offer, a demo, a trial, a contract, vendors, money for
/// it, steps towards it, what is said about a deal. A long meeting has some of them by chance, so that more kinds are needed there, unless our
/// own people show a product.</remarks>
internal sealed class SalesTalk
{
    private const int KindsNeeded = 4;
    private const int KindsNeededWithSides = 2;
    private const int WordsForOneMore = 2_000;
    private const int MostMore = 4;
    private const int FewestShown = 4;
    private const int LessWhenShown = 3;
    private const int MostOfAKind = 12;

    private static readonly string[] SignNames =
        ["price", "product", "offer", "demo", "trial", "contract", "vendor", "money", "step"];

    // What is said about a deal is a sign of one itself; numbers and troubles are not, people have them everywhere.
    private static readonly string[] ElementNames = ["economic_buyer", "decision_process", "decision_criteria", "competition", "champion"];

    private static readonly string[] OtherNames = ["support", "interview", "internal", "talk"];

    private readonly int[] signs;
    private readonly int[] others;
    private readonly int[] signHits = new int[SignNames.Length + ElementNames.Length];
    private readonly int[] otherHits = new int[OtherNames.Length];
    private readonly FrozenSet<MeetingSide> sides;
    private readonly int show;
    private readonly bool hasTitle;
    private int words;
    private int shown;

    /// <param name="grammar">The phrases.</param>
    /// <param name="title">The meeting's title.</param>
    /// <param name="sides">The sides of those who speak.</param>
    public SalesTalk(PhraseGrammar grammar, string title, IEnumerable<MeetingSide> sides)
    {
        show = grammar.Concept("sales.show");
        var match = new SentenceMatch(grammar);
        match.Read(SpokenWords.Split(title), []);
        hasTitle = match.Has(grammar.Concept("sales.title"));
        signs =
        [
            .. SignNames.Select(name => grammar.Concept($"sales.{name}")), .. ElementNames.Select(name => grammar.Concept($"{name}.said")),
        ];
        others = [.. OtherNames.Select(name => grammar.Concept($"other.{name}"))];
        this.sides = sides.ToFrozenSet();
    }

    /// <summary>True when it is about buying.</summary>
    public bool IsOne
    {
        get
        {
            // Among our own people nobody buys, whatever they say about customers.
            if (sides.Count > 0 && sides.All(side => side == MeetingSide.Seller))
            {
                return false;
            }

            var more = Math.Min(MostMore, words / WordsForOneMore)
                - (HasBoth && shown >= FewestShown ? LessWhenShown : 0) - (hasTitle ? 1 : 0);
            var kinds = signHits.Count(hits => hits > 0);
            var weight = signHits.Sum(hits => Math.Min(hits, MostOfAKind)) + (hasTitle ? FewestShown : 0);
            var against = otherHits.Sum(hits => Math.Min(hits, MostOfAKind));
            return kinds >= (HasBoth ? KindsNeededWithSides : KindsNeeded) + Math.Max(0, more) && weight > against;
        }
    }

    private bool HasBoth => sides.Contains(MeetingSide.Seller) && sides.Any(side => side != MeetingSide.Seller);

    /// <summary>Takes a sentence into account.</summary>
    public void Add(SpokenSentence sentence, SentenceMatch match)
    {
        words += sentence.Words.Count;
        shown += sentence.Side == MeetingSide.Seller && match.Has(show) ? 1 : 0;
        Count(match, signs, signHits);
        Count(match, others, otherHits);
    }

    private static void Count(SentenceMatch match, int[] concepts, int[] hits)
    {
        for (var i = 0; i < concepts.Length; i++)
        {
            hits[i] += match.Has(concepts[i]) ? 1 : 0;
        }
    }
}
