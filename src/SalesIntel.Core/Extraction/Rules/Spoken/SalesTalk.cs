using System.Collections.Frozen;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Tells whether people in a meeting talk about buying something. Rules that look for a deal would find one in any talk about work:
/// stand-ups have problems, lectures have numbers, support calls have customers.</summary>
/// <remarks>Kinds of signs are counted, not words: price, the other side's product, an offer, a demo, a trial, a contract, vendors, money for
/// it, steps towards it. A long meeting has each word once by chance, so that the same kind has to occur more often there.</remarks>
internal sealed class SalesTalk
{
    private const int KindsNeeded = 4;
    private const int KindsNeededWithSides = 2;
    private const int WordsForOneMore = 2_500;
    private const int MostOfAKind = 12;

    private static readonly string[] SignNames =
        ["price", "product", "offer", "demo", "trial", "contract", "vendor", "money", "step"];

    private static readonly string[] OtherNames = ["support", "interview", "internal", "talk"];

    private readonly int[] signs;
    private readonly int[] others;
    private readonly int[] signHits = new int[SignNames.Length];
    private readonly int[] otherHits = new int[OtherNames.Length];
    private readonly FrozenSet<MeetingSide> sides;
    private int words;

    /// <param name="grammar">The phrases.</param>
    /// <param name="sides">The sides of those who speak.</param>
    public SalesTalk(PhraseGrammar grammar, IEnumerable<MeetingSide> sides)
    {
        signs = [.. SignNames.Select(name => grammar.Concept($"sales.{name}"))];
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

            var needed = 1 + (words / WordsForOneMore);
            var kinds = signHits.Count(hits => hits >= needed);
            var weight = signHits.Sum(hits => Math.Min(hits, MostOfAKind));
            var against = otherHits.Sum(hits => Math.Min(hits, MostOfAKind));
            return kinds >= (HasBoth ? KindsNeededWithSides : KindsNeeded) && weight > against;
        }
    }

    private bool HasBoth => sides.Contains(MeetingSide.Seller) && sides.Any(side => side != MeetingSide.Seller);

    /// <summary>Takes a sentence into account.</summary>
    public void Add(SpokenSentence sentence, SentenceMatch match)
    {
        words += sentence.Words.Count;
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
