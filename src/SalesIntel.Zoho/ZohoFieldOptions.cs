using SalesIntel.Leads;
using SalesIntel.Settings;

namespace SalesIntel.Zoho;

/// <summary>Which field of Zoho holds what. The environment variable that usually fills a property is named with it.</summary>
public sealed class ZohoFieldOptions
{
    private const string Company = "Company";

    private static readonly SettingForm OptionalApiName = ZohoFieldNames.ApiName with
    {
        IsValid = text => text.Length == 0 || ZohoFieldNames.ApiName.IsValid(text),
    };

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

    /// <summary>What is written into a new lead where a layout makes a field mandatory and nothing is known, by Zoho's API name of the field;
    /// <c>ZOHO_COMPANY_STAND_IN</c> sets that of <c>Company</c>. Replaced when the value becomes known.</summary>
    /// <value>At first <c>Company</c> = <c>Not provided</c>. An empty text: none; a lead that lacks the field is then refused.</value>
    public IDictionary<string, string> StandIns { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [Company] = "Not provided",
    };

    /// <summary>The settings that fill these options: those of the status, and one for each field that has no standard name in Zoho.</summary>
    /// <param name="catalog">The fields in force.</param>
    public static SettingsGroup<ZohoFieldOptions> SettingsOf(FieldCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        var custom = ZohoFieldNames.CustomFieldsOf(catalog);
        var settings = new SettingsGroup<ZohoFieldOptions>()
            .Text("ZOHO_LEAD_STATUS_FIELD", o => o.StatusField, (o, v) => o.StatusField = v, "API name of the status field", OptionalApiName)
            .Text("STATUS_DEMO_BOOKED", o => o.DemoBooked, (o, v) => o.DemoBooked = v, "lead status after a booking")
            .Text("STATUS_DEMO_COMPLETE", o => o.DemoComplete, (o, v) => o.DemoComplete = v, "lead status after the demo")
            .Text("STATUS_DEMO_CANCELED", o => o.DemoCanceled, (o, v) => o.DemoCanceled = v, "lead status after a cancellation")
            .Text("STATUS_DEMO_NO_SHOW", o => o.DemoNoShow, (o, v) => o.DemoNoShow = v, "lead status after a no-show")
            .Text("ZOHO_COMPANY_STAND_IN", o => o.StandIns.TryGetValue(Company, out var text) ? text : "", (o, v) => o.StandIns[Company] = v,
                "company of a new lead where the layout demands one and none is known", property: $"{nameof(StandIns)}[{Company}]")
            .OwnsPrefix(ZohoFieldNames.VariablePrefix)
            .Rules(o => ZohoFieldRules.Find(o, catalog))
            .Warn(o => custom.Count(field => o.NameOf(field).Length == 0) is > 0 and var empty
                ? $"{empty} of {custom.Count} {ZohoFieldNames.VariablePrefix}* variables are empty: what they would hold is not written to the CRM."
                : null);
        foreach (var field in custom)
        {
            var variable = ZohoFieldNames.VariableOf(field);
            settings.Text(variable, o => o.NameOf(field), (o, v) => o.Names[variable] = v, $"API name of the custom field for: {field.Label}",
                ZohoFieldNames.ApiName, property: $"{nameof(Names)}[{variable}]");
        }

        return settings;
    }

    /// <summary>Zoho's API name of a field; empty when it is not written.</summary>
    internal string NameOf(LeadField field) => field.Name == DemoFields.Status.Name ? StatusField
        : Names.TryGetValue(field.Name, out var name) ? name
        : Names.TryGetValue(ZohoFieldNames.VariableOf(field), out name) ? name
        : ZohoFieldNames.StandardNameOf(field) ?? "";
}
