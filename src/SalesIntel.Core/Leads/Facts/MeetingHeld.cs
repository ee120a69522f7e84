namespace SalesIntel.Leads;

/// <summary>A meeting took place and ended at <see cref="LeadFact.At"/>.</summary>
public sealed record MeetingHeld : LeadFact
{
    /// <summary>Read.ai's id of the meeting.</summary>
    public required string SessionId { get; init; }

    /// <summary>Which push of the meeting this is; a later accepted push replaces an earlier one.</summary>
    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>Actual start, UTC; null when unknown.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The lead's name as the meeting shows it; may be empty.</summary>
    public string AttendeeName { get; init => field = value ?? ""; } = "";

    /// <inheritdoc/>
    protected override string Kind => "meeting";
}
