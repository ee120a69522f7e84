using SalesIntel.Leads;
using SalesIntel.Settings;

namespace SalesIntel.Zoho;

/// <summary>The names under which our fields are known to Zoho and to its users: standard fields of a lead, and the variables that name custom
/// fields. A field that is not in this table has a variable made of its name, <c>ZCF_{NAME}</c>.</summary>
public static class ZohoFieldNames
{
    /// <summary>With what the variables begin.</summary>
    public const string VariablePrefix = "ZCF_";

    /// <summary>What the name of a field or module of Zoho looks like.</summary>
    internal static readonly SettingForm ApiName = new(
        "an API name as Zoho shows it (letters, digits and underscores, a letter first)",
        text => text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'));

    // In the order of the documentation, which is also that of the values in a request. A field that is not listed comes after these.
    private static readonly (LeadField Field, string? Standard, string? Variable)[] Table =
    [
        (DemoFields.Email, "Email", null),
        (LeadFields.FirstName, "First_Name", null),
        (LeadFields.LastName, "Last_Name", null),
        (LeadFields.CompanyName, "Company", null),
        (LeadFields.CompanyWebsite, "Website", null),
        (LeadFields.Phone, "Phone", null),
        (LeadFields.City, "City", null),
        (LeadFields.StateOrRegion, "State", null),
        (LeadFields.Country, "Country", null),
        (LeadFields.Industry, "Industry", null),
        (DemoFields.LeadSource, "Lead_Source", null),
        (DemoFields.EmployeeCount, "No_of_Employees", null),
        (DemoFields.Status, null, null),
        (DemoFields.DemoTime, null, null),
        (DemoFields.TimeZone, null, null),
        (DemoFields.InviteeUri, null, null),
        (DemoFields.EventUri, null, null),
        (DemoFields.FormAnswers, null, null),
        (DemoFields.LeadIntel, null, null),
        (LeadFields.PainPoints, null, "ZCF_PAIN_POINTS"),
        (LeadFields.TeamSize, null, "ZCF_TEAM_MEMBERS"),
        (LeadFields.ToolsInUse, null, "ZCF_TOOLS_CURRENTLY_USED"),
        (LeadFields.DemoObjectives, null, "ZCF_DEMO_OBJECTIVES"),
        (LeadFields.DemoFocus, null, "ZCF_DEMO_FOCUS_RECOMMENDATION"),
        (LeadFields.DiscoveryQuestions, null, "ZCF_DISCOVERY_QUESTIONS"),
        (LeadFields.CheatSheet, null, null),
        (LeadFields.CompanyType, null, null),
        (LeadFields.CompanyDescription, null, null),
        (LeadFields.QualificationGaps, null, null),
        (LeadFields.BudgetSignal, null, "ZCF_BANT_BUDGET"),
        (LeadFields.AuthoritySignal, null, "ZCF_BANT_AUTHORITY"),
        (LeadFields.NeedSignal, null, "ZCF_BANT_NEED"),
        (LeadFields.TimingSignal, null, "ZCF_BANT_TIMING"),
        (LeadFields.ReferredBy, null, null),
    ];

    private static readonly FrozenDictionary<string, (int Place, string? Standard, string? Variable)> Rows = Table
        .Select((row, place) => KeyValuePair.Create(row.Field.Name, (place, row.Standard, row.Variable)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The API name of the standard field of a lead that holds a field; null when there is none.</summary>
    public static string? StandardNameOf(LeadField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Rows.TryGetValue(field.Name, out var row) ? row.Standard : null;
    }

    /// <summary>The variable that names the custom field for a field, e.g. <c>ZCF_PAIN_POINTS</c> for <c>stated_pain_points</c> and
    /// <c>ZCF_REVIEW_VOLUME</c> for a <c>review_volume</c> of your own.</summary>
    public static string VariableOf(LeadField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Rows.TryGetValue(field.Name, out var row) && row.Variable is { } variable
            ? variable
            : VariablePrefix + field.Name.ToUpperInvariant();
    }

    /// <summary>The fields of a catalogue that need a variable, in the order of the documentation: all but the status and those that have a
    /// standard field in Zoho.</summary>
    public static IReadOnlyList<LeadField> CustomFieldsOf(FieldCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return [.. InOrder(catalog.All, field => field).Where(field => StandardNameOf(field) is null && field.Name != DemoFields.Status.Name)];
    }

    /// <summary>The field of a catalogue that a name or a variable means; null when there is none.</summary>
    internal static LeadField? Find(FieldCatalog catalog, string nameOrVariable) => catalog.Find(nameOrVariable)
        ?? catalog.All.FirstOrDefault(field => string.Equals(VariableOf(field), nameOrVariable, StringComparison.OrdinalIgnoreCase));

    /// <summary>In the order of the documentation; what is not listed there last, in the order given.</summary>
    internal static IEnumerable<T> InOrder<T>(IEnumerable<T> items, Func<T, LeadField> fieldOf) =>
        items.OrderBy(item => Rows.TryGetValue(fieldOf(item).Name, out var row) ? row.Place : Table.Length);
}
