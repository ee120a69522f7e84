namespace SalesIntel.Zoho.Client;

/// <summary>How a lead is converted.</summary>
public sealed record ZohoConversion
{
    /// <summary>True to replace the contact's and account's values by the lead's.</summary>
    public bool Overwrite { get; init; }

    /// <summary>True to send mails to the owners.</summary>
    public bool NotifyOwners { get; init; }

    /// <summary>Id of an account to which the contact belongs; null = by the lead's company.</summary>
    public string? AccountId { get; init; }

    /// <summary>Id of a contact that the lead turns out to be; null = a new one.</summary>
    public string? ContactId { get; init; }

    /// <summary>The fields of a deal by API name; null = none is made.</summary>
    public JsonObject? Deal { get; init; }

    internal JsonObject ToJson()
    {
        var json = new JsonObject { ["overwrite"] = Overwrite, ["notify_lead_owner"] = NotifyOwners, ["notify_new_entity_owner"] = NotifyOwners };
        Link(json, "Accounts", AccountId);
        Link(json, "Contacts", ContactId);
        if (Deal is not null)
        {
            json["Deals"] = Deal.DeepClone();
        }

        return json;
    }

    private static void Link(JsonObject json, string module, string? id)
    {
        if (id is not null)
        {
            json[module] = new JsonObject { ["id"] = ApiPath.Id(id) };
        }
    }
}
