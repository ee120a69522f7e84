namespace SalesIntel.Extraction;

/// <summary>A number of a text with what it counts.</summary>
/// <param name="Values">What it can be read as: "4.500" is 4.5 or 4,500, "two" of "two to three hundred" is 2 or 200.</param>
/// <param name="Unit">A unit of time, a currency or <c>%</c>; empty when none stands beside it.</param>
/// <param name="Noun">The folded word behind it; empty at the end of a clause.</param>
/// <param name="First">Index of its first token.</param>
/// <param name="Last">Index of its last token.</param>
/// <param name="IsLiteral">Written in digits.</param>
/// <param name="Scale">The thousand, million or the like with which it ends; 1 without.</param>
internal sealed record Quantity(
    IReadOnlyList<double> Values, string Unit, string Noun, int First, int Last, bool IsLiteral, double Scale)
{
    /// <summary>True when a claim need not prove it: "one" and "first" are small words too.</summary>
    public bool IsWeak => IsImplied || (!IsLiteral && Values[0] is 0 or 0.25 or 0.5 or 1);

    /// <summary>True where other words imply it: "both" are two.</summary>
    public bool IsImplied { get; init; }

    /// <summary>True when both can be the same number.</summary>
    public bool HasValueOf(Quantity other)
    {
        for (var i = 0; i < Values.Count; i++)
        {
            for (var j = 0; j < other.Values.Count; j++)
            {
                if (Math.Abs(Values[i] - other.Values[j]) < 1e-6 * Math.Max(1, Math.Abs(Values[i])))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
