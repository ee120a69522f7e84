using SalesIntel.Leads;

namespace SalesIntel.Zoho;

/// <summary>Which field of Zoho holds what. The environment variable that usually fills a property is named with it.</summary>
public sealed class ZohoFieldOptions
{
    /// <summary>API name of the lead's status field, <c>ZOHO_LEAD_STATUS_FIELD</c>.</summary>
    /// <value>Default <c>Lead_Status</c>. Empty: no status is written.</value>
    public string StatusField { get; set; } = "Lead_Status";

    /// <summary>Status of a lead with a booked demo, <c>STATUS_DEMO_BOOKED</c>.</summary>
    /// <value>Default <c>Demo Booked</c>. Empty: this status is not written.</value>
    public string DemoBooked { get; set; } = "Demo Booked";

    /// <summary>Status of a lead whose demo took place, <c>STATUS_DEMO_COMPLETE</c>.</summary>
    /// <value>Default <c>Demo Complete</c>. Empty: this status is not written.</value>
    public string DemoComplete { get; set; } = "Demo Complete";

    /// <summary>Status of a lead that cancelled, <c>STATUS_DEMO_CANCELED</c>.</summary>
    /// <value>Default <c>Demo Canceled</c>. Empty: this status is not written.</value>
    public string DemoCanceled { get; set; } = "Demo Canceled";

    /// <summary>Status of a lead that did not come, <c>STATUS_DEMO_NO_SHOW</c>.</summary>
    /// <value>Default <c>Demo No-show</c>. Empty: this status is not written.</value>
    public string DemoNoShow { get; set; } = "Demo No-show";

    /// <summary>API names of Zoho's fields, by the name of our field or by the variable that configures it:
    /// <c>Names["stated_pain_points"] = "Pain_Points"</c> and <c>Names["ZCF_PAIN_POINTS"] = "Pain_Points"</c> say the same. See
    /// <see cref="ZohoFieldNames.VariableOf"/>. The status has <see cref="StatusField"/>.</summary>
    /// <value>Empty at first. A field that has no name here and no standard name in Zoho is not written; an empty name keeps also a standard
    /// field from being written.</value>
    public IDictionary<string, string> Names { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Zoho's API name of a field; empty when it is not written.</summary>
    internal string NameOf(LeadField field) => field.Name == DemoFields.Status.Name ? StatusField
        : Names.TryGetValue(field.Name, out var name) ? name
        : Names.TryGetValue(ZohoFieldNames.VariableOf(field), out name) ? name
        : ZohoFieldNames.StandardNameOf(field) ?? "";
}
