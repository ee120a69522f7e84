namespace SalesIntel.Leads;

/// <summary>How likely a deal is on the evidence of its meetings: computed from the elements that were proven, by a rule that
/// <c>docs/extraction.md</c> describes.</summary>
public static class DealConfidence
{
    /// <summary>No need is proven.</summary>
    public const string Cold = "Cold";

    /// <summary>A need without a buyer or without a process.</summary>
    public const string Warm = "Warm";

    /// <summary>Need, buyer and process are known.</summary>
    public const string Hot = "Hot";

    /// <summary>Hot, with a champion and a date in the process.</summary>
    public const string SuperHot = "Super-hot";

    /// <summary>All of them, from unlikely to likely.</summary>
    public static IReadOnlyList<string> All { get; } = [Cold, Warm, Hot, SuperHot];
}
