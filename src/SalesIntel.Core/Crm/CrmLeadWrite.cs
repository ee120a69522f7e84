using System.Text.Json.Nodes;

namespace SalesIntel.Crm;

/// <summary>What is to be written to a lead.</summary>
public sealed record CrmLeadWrite
{
    /// <summary>The CRM's id; null = find or create by <see cref="Email"/>.</summary>
    public string? LeadId { get; init; }

    /// <summary>The lead's e-mail address, lower case.</summary>
    public required string Email { get; init; }

    /// <summary>Values by API name: text, number, or date-time as <c>yyyy-MM-ddTHH:mm:ss+00:00</c>; JSON null clears a field.
    /// Without an id it holds the CRM's mandatory fields too.</summary>
    public required JsonObject Fields { get; init; }
}
