using SalesIntel.Doctor;
using SalesIntel.Leads;
using SalesIntel.Zoho.Client;
using SalesIntel.Zoho.Crm;

namespace SalesIntel.Zoho.Doctor;

/// <summary>Compares the fields that are written with those that Zoho has.</summary>
internal sealed class FieldReview(ZohoOptions options, ZohoFieldOptions fieldOptions, ModuleFields fields)
{
    private static readonly HashSet<string> Shortened = ["text", "textarea"];

    /// <summary>What is found about a field; nothing when it is not written.</summary>
    public IEnumerable<DoctorFinding> Of(LeadField field)
    {
        var name = fieldOptions.NameOf(field);
        if (name.Length == 0)
        {
            return [];
        }

        if (fields.Find(name) is not { } found)
        {
            return [Missing(field, name)];
        }

        var need = FieldNeed.Of(field, fieldOptions);
        if (found.DataType is null)
        {
            return
            [
                new(DoctorLevel.Warning, "field_unknown", name, $"What Zoho says of the field can't be read: whether it can hold {field.Label} is unknown.",
                    $"Look at the field in Zoho: a field of type {need.Type} suits."),
            ];
        }

        DoctorFinding?[] wrong =
        [
            Type(field, found, need), Length(found, need), Writable(field, found), Visible(field, found), Unique(field, found), .. Values(field, found, need),
        ];
        return wrong.Any(finding => finding is not null)
            ? wrong.OfType<DoctorFinding>()
            : [new(DoctorLevel.Ok, "field", name, $"{found.DataType}{Size(found)}, holds {field.Label}")];
    }

    /// <summary>What is to be made in Zoho for a field; null when nothing is. A field that needs a variable which is not set gets the API
    /// name that the variable suggests.</summary>
    public PlannedField? PlanFor(LeadField field)
    {
        var written = fieldOptions.NameOf(field);
        var variable = written.Length > 0 || !NeedsVariable(field) ? null : ZohoFieldNames.VariableOf(field);
        if (written.Length == 0 && variable is null)
        {
            return null;
        }

        var name = variable is null ? written : fields.Similar(Suggested(variable)) ?? Suggested(variable);
        var need = FieldNeed.Of(field, fieldOptions);
        var found = fields.Find(name);
        var values = found is null ? need.Values : MissingValues(found, need);

        // Of a name that differs in case only the setting is to be corrected.
        var isSettled = variable is null && (found is null ? fields.Similar(name) is not null : values.Count == 0);
        var type = found?.DataType ?? need.Type;
        var length = found is null ? need.Length : found.Length ?? 0;
        return isSettled ? null : new PlannedField
        {
            Name = name,
            Label = found?.Label ?? name.Replace('_', ' '),
            DataType = type,
            TypeText = TypeText(type, length),
            Length = length,
            Choices = values,
            IsNew = found is null,
            Variable = variable,
        };
    }

    // As the editor of a layout calls the types.
    private static string TypeText(string type, int length) => type switch
    {
        "text" => $"Single Line of {Counted.Of(length, "character")}",
        "textarea" => $"Multi-Line of {length} characters ({(length > 2_000 ? "large" : "small")})",
        "picklist" => "Pick List",
        "multiselectpicklist" => "Multi-Select",
        "datetime" => "Date/Time",
        "website" => "URL",
        "phone" => "Phone",
        "email" => "Email",
        "integer" => "Number",
        var other => other,
    };

    private static bool NeedsVariable(LeadField field) =>
        ZohoFieldNames.StandardNameOf(field) is null && field.Name != DemoFields.Status.Name;

    // ZCF_PAIN_POINTS suggests Pain_Points.
    private static string Suggested(string variable) => string.Join('_', variable[ZohoFieldNames.VariablePrefix.Length..]
        .Split('_', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => $"{word[0]}{word[1..].ToLowerInvariant()}"));

    /// <summary>What a person would change to write a value to another field.</summary>
    public static string SetBy(LeadField field) => field.Name == DemoFields.Status.Name ? "ZOHO_LEAD_STATUS_FIELD"
        : ZohoFieldNames.StandardNameOf(field) is null ? ZohoFieldNames.VariableOf(field)
        : $"{nameof(ZohoFieldOptions)}.{nameof(ZohoFieldOptions.Names)}[\"{field.Name}\"]";

    private DoctorFinding Missing(LeadField field, string name) => new(
        DoctorLevel.Error, "field_missing", name, $"{options.LeadsModule} has no field of this API name: {field.Label} is not written.",
        fields.Similar(name) is { } similar
            ? $"API names are case-sensitive: set {SetBy(field)} to {similar}."
            : $"Create the field in Zoho (--fix-plan says how), or correct {SetBy(field)}.");

    private static DoctorFinding? Type(LeadField field, ZohoField found, FieldNeed need) =>
        need.Suits.Contains(found.DataType) ? null : new(
            DoctorLevel.Error, "field_type", found.ApiName!, $"The field is of type {found.DataType}, which can't hold {field.Label}.",
            $"Create a field of type {need.Type} in Zoho and set {SetBy(field)} to its API name.");

    private static DoctorFinding? Length(ZohoField found, FieldNeed need)
    {
        // Numbers have digits, picklists the lengths of their values.
        if (found.Length is not { } length || length >= need.Length || !need.Suits.Contains(found.DataType)
            || found.DataType is not ("text" or "textarea" or "website" or "phone" or "email"))
        {
            return null;
        }

        var isCut = Shortened.Contains(found.DataType);
        return new(
            isCut ? DoctorLevel.Warning : DoctorLevel.Error, "field_length", found.ApiName!,
            $"The field takes {Counted.Of(length, "character")}: longer values are {(isCut ? "cut" : "left out")}.",
            need.Length > 255 && found.DataType == "text"
                ? $"Use a multi-line field for {need.Length} characters instead."
                : $"Let the field take {Counted.Of(need.Length, "character")} in Zoho.");
    }

    private static DoctorFinding? Writable(LeadField field, ZohoField found) =>
        found.CanWrite(update: false) && found.CanWrite(update: true) ? null : new(
            DoctorLevel.Error, "field_read_only", found.ApiName!,
            $"The Zoho user of the refresh token may not write the field: {field.Label} is left out.",
            found.FieldReadOnly == true
                ? $"Nobody may write this field: set {SetBy(field)} to another one."
                : "Give the profile of the user who granted ZOHO_REFRESH_TOKEN the right to edit the field.");

    // Zoho lists fields that the profile hides, and does not say what becomes of a value for one.
    private static DoctorFinding? Visible(LeadField field, ZohoField found) => found.IsVisible != false || !found.CanWrite(update: true) ? null : new(
        DoctorLevel.Warning, "field_hidden", found.ApiName!,
        $"The Zoho user of the refresh token does not see the field: whether {field.Label} is written is not certain.",
        "Give the profile of the user who granted ZOHO_REFRESH_TOKEN the right to see and edit the field.");

    private static DoctorFinding? Unique(LeadField field, ZohoField found) => !found.IsUnique || field == DemoFields.Email ? null : new(
        DoctorLevel.Warning, "field_unique", found.ApiName!,
        $"The field allows each value once: {field.Label} is left out of a lead when another record has the same.",
        $"Take 'Do not allow duplicate values' off the field in Zoho, or set {SetBy(field)} to another field.");

    private IEnumerable<DoctorFinding> Values(LeadField field, ZohoField found, FieldNeed need)
    {
        var isStatus = field.Name == DemoFields.Status.Name;
        var level = options.AllowUnknownPicklistValues ? DoctorLevel.Warning : DoctorLevel.Error;
        foreach (var value in MissingValues(found, need))
        {
            yield return new(
                level, isStatus ? "status_missing" : "picklist_value_missing", found.ApiName!,
                options.AllowUnknownPicklistValues
                    ? $"The picklist has no value '{value}': each write adds it to the records, and the list is polluted."
                    : $"The picklist has no value '{value}': it is left out.",
                isStatus
                    ? $"Add '{value}' to the picklist in Zoho, or set {StatusSetting(value)} to one of its values."
                    : $"Add '{value}' to the picklist in Zoho.");
        }
    }

    private string StatusSetting(string status) => status == fieldOptions.DemoBooked ? "STATUS_DEMO_BOOKED"
        : status == fieldOptions.DemoComplete ? "STATUS_DEMO_COMPLETE"
        : status == fieldOptions.DemoCanceled ? "STATUS_DEMO_CANCELED"
        : "STATUS_DEMO_NO_SHOW";

    // The same rule as for a write.
    private static IReadOnlyList<string> MissingValues(ZohoField found, FieldNeed need) => found.DataType is "picklist"
        or "multiselectpicklist"
        ? [.. need.Values.Where(value => !ValueFormatter.Format(found, JsonValue.Create(value), allowUnknownPicklistValues: false).Send)]
        : [];

    private static string Size(ZohoField found) =>
        found.DataType is "text" or "textarea" && found.Length is { } length ? $" of {Counted.Of(length, "character")}" : "";
}
