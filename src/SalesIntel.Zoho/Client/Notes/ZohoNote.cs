namespace SalesIntel.Zoho.Client;

/// <summary>A note, https://www.zoho.com/crm/developer/docs/api/v8/create-notes.html. Zoho has no idempotency key for notes: put a mark of your
/// own into the text and look for it before you repeat a call that may have been carried out.</summary>
public sealed record ZohoNote
{
    /// <summary>Characters that a title may have.</summary>
    public const int MaxTitle = 120;

    /// <summary>Characters that the text may have: the older of the two limits that Zoho documents (32,000 and 65,535).</summary>
    public const int MaxContent = 32_000;

    /// <summary>The note's id; null for a new one.</summary>
    public string? Id { get; init; }

    /// <summary>The title; null = none.</summary>
    public string? Title { get; init; }

    /// <summary>The text; null = none.</summary>
    public string? Content { get; init; }

    /// <summary>When it was written; null for a new one.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
