using SalesIntel.Settings;

namespace SalesIntel.Crm;

/// <summary>Which field of the CRM holds what. A name that is empty is not written.</summary>
public sealed class FieldMapOptions
{
    private static readonly SettingForm ApiName = new(
        "an API name as Zoho shows it (letters, digits and underscores, a letter first)",
        text => text.Length == 0 || (char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')));

    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<FieldMapOptions> Settings { get; } = CustomFields.Fields.Aggregate(
        new SettingsGroup<FieldMapOptions>()
            .Text("ZOHO_LEAD_STATUS_FIELD", o => o.StatusField, (o, v) => o.StatusField = v, "API name of the status field", ApiName)
            .Text("STATUS_DEMO_BOOKED", o => o.DemoBooked, (o, v) => o.DemoBooked = v, "lead status after a booking")
            .Text("STATUS_DEMO_COMPLETE", o => o.DemoComplete, (o, v) => o.DemoComplete = v, "lead status after the demo")
            .Text("STATUS_DEMO_CANCELED", o => o.DemoCanceled, (o, v) => o.DemoCanceled = v, "lead status after a cancellation")
            .Text("STATUS_DEMO_NO_SHOW", o => o.DemoNoShow, (o, v) => o.DemoNoShow = v, "lead status after a no-show"),
        (group, field) => group.Text(field.Variable, o => o.Custom.TryGetValue(field.Variable, out var name) ? name : null,
            (o, v) => o.Custom[field.Variable] = v, $"API name of the custom field for: {field.Field.Label}", ApiName,
            property: $"{nameof(Custom)}[{field.Variable}]"))
        .OwnsPrefix("ZCF_")
        .Rules(o => o.Custom.Keys.Where(variable => !CustomFields.All.Contains(variable))
            .Select(variable => $"{nameof(FieldMapOptions)}.{nameof(Custom)}[{variable}]: no such variable; see "
                + $"{nameof(CustomFields)}.{nameof(CustomFields.All)}"))
        .Rules(o => o.Custom.GroupBy(field => field.Value, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Key.Length > 0 && group.Count() > 1)
            .Select(group => $"{string.Join(" and ", group.Select(field => field.Key))} name the same field '{group.Key}': "
                + "give each a field of its own"))
        .Warn(o => CustomFields.All.Count(variable => !o.Custom.TryGetValue(variable, out var name) || name.Length == 0) is > 0 and var empty
            ? $"{empty} of {CustomFields.All.Count} ZCF_* variables are empty: what they would hold is not written to the CRM."
            : null);

    /// <summary>API name of the lead's status field.</summary>
    /// <value>Default <c>Lead_Status</c>.</value>
    public string StatusField { get; set; } = "Lead_Status";

    /// <summary>Status of a lead with a booked demo.</summary>
    public string DemoBooked { get; set; } = "Demo Booked";

    /// <summary>Status of a lead whose demo took place.</summary>
    public string DemoComplete { get; set; } = "Demo Complete";

    /// <summary>Status of a lead that cancelled.</summary>
    public string DemoCanceled { get; set; } = "Demo Canceled";

    /// <summary>Status of a lead that did not come.</summary>
    public string DemoNoShow { get; set; } = "Demo No-show";

    /// <summary>API names of custom fields by the variable that names them, e.g. <c>ZCF_DEMO_DATETIME</c> → <c>Demo_Datetime</c>.</summary>
    public IDictionary<string, string> Custom { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
