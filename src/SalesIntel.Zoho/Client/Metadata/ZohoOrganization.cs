namespace SalesIntel.Zoho.Client;

/// <summary>What Zoho says about the organisation, https://www.zoho.com/crm/developer/docs/api/v8/get-org-data.html.</summary>
public sealed record ZohoOrganization
{
    /// <summary>What it has paid for.</summary>
    [JsonPropertyName("license_details")]
    public ZohoLicense? License { get; init; }
}
