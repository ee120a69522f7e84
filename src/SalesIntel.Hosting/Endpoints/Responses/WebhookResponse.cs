namespace SalesIntel.Hosting.Endpoints.Responses;

/// <summary>The body that the sender of a webhook gets.</summary>
internal sealed record WebhookResponse
{
    public bool Ok { get; init; } = true;

    public bool? Duplicate { get; init; }

    public bool? Ignored { get; init; }

    public string? EventId { get; init; }

    public bool? Unreadable { get; init; }

    public string? Reason { get; init; }
}
