namespace SalesIntel.Zoho.Client;

/// <summary>What becomes of a call that was not made because its client is disposed.</summary>
internal static class ClientEnded
{
    /// <summary>The exception for whoever waits for it.</summary>
    public static ObjectDisposedException Exception() => new("ZohoCrmClient", "The client was disposed before this call was made.");
}
