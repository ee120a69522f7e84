namespace SalesIntel.Engine;

/// <summary>The lead that was chosen for a meeting.</summary>
/// <param name="Email">Its address; null when the meeting is to be set aside.</param>
/// <param name="IsRehearsed">True when the CRM, not asked in dry run, might have led to another one.</param>
internal sealed record MeetingRoute(string? Email, bool IsRehearsed = false)
{
    /// <summary>How it was chosen, for the ledger; no personal data.</summary>
    public string Basis { get; init; } = "";
}
