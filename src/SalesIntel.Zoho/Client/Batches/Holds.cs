namespace SalesIntel.Zoho.Client;

/// <summary>For how long calls are put off at most while many requests come.</summary>
internal static class Holds
{
    /// <summary>What a new lead waits for.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(750);

    /// <summary>What follows when the lead is in the CRM.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMilliseconds(2_500);
}
