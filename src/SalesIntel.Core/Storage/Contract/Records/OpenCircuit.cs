namespace SalesIntel.Storage.Contract;

/// <summary>An outage that is going on.</summary>
/// <param name="Since">When it began, UTC.</param>
/// <param name="Until">When the next probe may be made, UTC.</param>
/// <param name="Reason">What the provider said, without personal data.</param>
public sealed record OpenCircuit(DateTimeOffset Since, DateTimeOffset Until, string Reason)
{
    /// <summary>For how long behind its end an outage is kept after which nobody calls the provider any more; then it is forgotten.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromDays(7);
}
