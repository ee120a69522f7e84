namespace SalesIntel.Engine;

/// <summary>The lead that was chosen for a meeting.</summary>
/// <param name="Email">Its address; null when the meeting is to be set aside.</param>
/// <param name="Basis">How it was chosen, for the ledger, or why there is none; no personal data.</param>
internal sealed record MeetingRoute(string? Email, string Basis);
