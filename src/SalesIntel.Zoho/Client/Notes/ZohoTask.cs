namespace SalesIntel.Zoho.Client;

/// <summary>A task for a record, https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html. Not repeatable, as notes are not.</summary>
public sealed record ZohoTask
{
    /// <summary>Characters that a subject may have.</summary>
    public const int MaxSubject = 255;

    /// <summary>Characters that the description may have.</summary>
    public const int MaxDescription = 32_000;

    /// <summary>What is to be done.</summary>
    public required string Subject { get; init; }

    /// <summary>By when; null = no date.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>More about it; null = nothing.</summary>
    public string? Description { get; init; }

    /// <summary>E.g. <c>Not Started</c>; null = Zoho's default.</summary>
    public string? Status { get; init; }

    /// <summary>E.g. <c>Normal</c>; null = Zoho's default.</summary>
    public string? Priority { get; init; }

    /// <summary>Id of the user who is to do it; null = the user of the token.</summary>
    public string? OwnerId { get; init; }
}
