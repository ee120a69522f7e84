using SalesIntel.Evaluation.Generating.Text;

namespace SalesIntel.Evaluation.Generating.Meetings;

/// <summary>Who takes part in a generated call, with addresses; some people's are unknown, as in recordings.</summary>
internal sealed class Cast
{
    private readonly Dictionary<char, CastMember> byRole = [];

    /// <summary>Chooses the people of a call.</summary>
    /// <param name="slots">The case's words; the names are set there, so that phrases can speak about the people.</param>
    /// <param name="random">The case's random numbers.</param>
    /// <param name="isSale">True for a seller's and a buyer's side; false for people of one or of several companies who sell
    /// nothing.</param>
    public Cast(Slots slots, Seeded random, bool isSale)
    {
        SellerDomain = $"{PlainLetters.Of(slots.Fill("seller"))}.example";
        BuyerDomain = $"{PlainLetters.Of(slots.Fill("company"))}.example";
        // Talk that sells nothing is among people of two companies, of whom nothing is known, or of one company.
        var (known, others) = isSale
            ? (100, BuyerDomain)
            : random.Pick<(int, string)>([(100, BuyerDomain), (0, BuyerDomain), (100, SellerDomain)]);
        Add('S', "s1", SellerDomain, known);
        if (random.Chance(60))
        {
            Add('T', "s2", SellerDomain, known);
        }
        else
        {
            byRole['T'] = byRole['S'];
        }

        Add('B', "b1", others, known * 95 / 100);
        Add('C', "b2", others, known * 80 / 100);

        void Add(char role, string slot, string domain, int chance)
        {
            var name = slots.Fill(slot);
            var email = random.Chance(chance)
                ? $"{PlainLetters.Of(name.Split(' ')[0])}.{PlainLetters.Of(name.Split(' ')[^1])}@{domain}"
                : null;
            byRole[role] = new CastMember(name, email);
        }
    }

    /// <summary>The sellers' mail domain.</summary>
    public string SellerDomain { get; }

    /// <summary>The buyers' mail domain.</summary>
    public string BuyerDomain { get; }

    /// <summary>Everybody, the sellers first.</summary>
    public IReadOnlyList<CastMember> Members =>
        [.. byRole.OrderBy(pair => "STBC".IndexOf(pair.Key, StringComparison.Ordinal)).Select(pair => pair.Value).Distinct()];

    /// <summary>Who has a role: S or T sells, B or C buys.</summary>
    public CastMember this[char role] => byRole[role];
}
