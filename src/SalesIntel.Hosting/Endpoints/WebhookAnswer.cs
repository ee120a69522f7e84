namespace SalesIntel.Hosting.Endpoints;

/// <summary>What the sender of a webhook is told.</summary>
internal sealed record WebhookAnswer
{
    public bool Ok { get; init; } = true;

    public bool? Duplicate { get; init; }

    public bool? Ignored { get; init; }

    public string? EventId { get; init; }

    public bool? Unreadable { get; init; }

    public string? Reason { get; init; }
}
