namespace SalesIntel.Text;

/// <summary>The codes of the states of the United States, some of which are also codes of countries: CA, DE, IN.</summary>
internal static class UsStates
{
    private static readonly FrozenSet<string> Codes = FrozenSet.Create(
        StringComparer.Ordinal,
        "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DC", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN", "KS", "KY", "LA", "MA", "MD", "ME",
        "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT",
        "VA", "VT", "WA", "WI", "WV", "WY");

    /// <summary>True for a code in capital letters.</summary>
    public static bool IsCode(string text) => Codes.Contains(text);
}
