namespace SalesIntel.Zoho.Client;

/// <summary>The API credits that an organisation has left, https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html.</summary>
/// <param name="Remaining">Credits left of the last 24 hours.</param>
/// <param name="SeenAt">When Zoho said so, UTC.</param>
public sealed record ZohoCredits(long Remaining, DateTimeOffset SeenAt);
