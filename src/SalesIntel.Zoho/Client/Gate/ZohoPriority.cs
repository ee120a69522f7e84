namespace SalesIntel.Zoho.Client;

/// <summary>Which calls go first when not all can.</summary>
public enum ZohoPriority
{
    /// <summary>Somebody waits for it.</summary>
    Normal,

    /// <summary>Work on the past, such as a back-fill or a replay: it goes after the rest, and waits while few credits are left
    /// (<see cref="ZohoOptions.CreditsReserve"/>).</summary>
    Background,
}
