namespace SalesIntel.Engine;

/// <summary>The lead that was chosen for a meeting.</summary>
/// <param name="Email">Its address; null when the meeting is to be set aside.</param>
internal sealed record MeetingRoute(string? Email)
{
    /// <summary>How it was chosen, for the ledger; no personal data.</summary>
    public string Basis { get; init; } = "";

    /// <summary>True when nobody's address is known: the meeting waits for a person.</summary>
    public bool IsFailure { get; init; }
}
