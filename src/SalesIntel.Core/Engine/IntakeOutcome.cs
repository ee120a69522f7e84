using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>The answer to a received webhook.</summary>
public sealed record IntakeOutcome
{
    /// <summary>What became of it.</summary>
    public required IntakeKind Kind { get; init; }

    /// <summary>The event's id; empty when nothing was stored.</summary>
    public string EventId { get; init; } = "";

    /// <summary>Why it was ignored or could not be read.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What the check of the signature found.</summary>
    public SignatureValidationResult Signature { get; init; } = SignatureValidationResult.Valid;
}
