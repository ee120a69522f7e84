namespace SalesIntel.Zoho.Client;

/// <summary>What has become of a lead.</summary>
/// <param name="ContactId">Id of the contact; null when Zoho names none.</param>
/// <param name="AccountId">Id of the account; null when there is none.</param>
/// <param name="DealId">Id of the deal; null when none was made.</param>
public sealed record ZohoConvertedLead(string? ContactId, string? AccountId, string? DealId)
{
    internal static ZohoConvertedLead Of(JsonElement details) => new(IdOf(details, "Contacts"), IdOf(details, "Accounts"), IdOf(details, "Deals"));

    // An id, or an object that has it.
    private static string? IdOf(JsonElement details, string module) =>
        details.ValueKind != JsonValueKind.Object || !details.TryGetProperty(module, out var made) ? null
        : made.ValueKind == JsonValueKind.Object ? ZohoElement.Text(made, "id")
        : ZohoElement.Text(details, module);
}
