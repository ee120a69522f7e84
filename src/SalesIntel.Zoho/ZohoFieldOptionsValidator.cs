using Microsoft.Extensions.Options;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Zoho;

/// <summary>Refuses names that can't work, each with what it is set by.</summary>
/// <param name="catalog">The fields in force.</param>
internal sealed class ZohoFieldOptionsValidator(FieldCatalog catalog) : IValidateOptions<ZohoFieldOptions>
{
    public ValidateOptionsResult Validate(string? name, ZohoFieldOptions options)
    {
        List<string> errors = [];
        CheckName($"{nameof(options.StatusField)} (ZOHO_LEAD_STATUS_FIELD)", options.StatusField);
        CheckStatus($"{nameof(options.DemoBooked)} (STATUS_DEMO_BOOKED)", options.DemoBooked);
        CheckStatus($"{nameof(options.DemoComplete)} (STATUS_DEMO_COMPLETE)", options.DemoComplete);
        CheckStatus($"{nameof(options.DemoCanceled)} (STATUS_DEMO_CANCELED)", options.DemoCanceled);
        CheckStatus($"{nameof(options.DemoNoShow)} (STATUS_DEMO_NO_SHOW)", options.DemoNoShow);

        var meant = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, apiName) in options.Names)
        {
            CheckName(key, apiName);
            if (ZohoFieldNames.Find(catalog, key) is not { } field)
            {
                errors.Add(Unknown(key));
            }
            else if (field == DemoFields.Status)
            {
                errors.Add($"{key} is the lead's status: set {nameof(options.StatusField)} (ZOHO_LEAD_STATUS_FIELD) instead.");
            }
            else if (!meant.TryAdd(field.Name, key))
            {
                errors.Add($"{meant[field.Name]} and {key} both name the field of {field.Name}: leave one of them out.");
            }
        }

        // API names differ in case only by mistake.
        errors.AddRange(catalog.All
            .Select(field => (Field: field, ApiName: options.NameOf(field)))
            .Where(one => one.ApiName.Length > 0)
            .GroupBy(one => one.ApiName, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => $"{string.Join(" and ", group.Select(one => SetBy(one.Field, meant)))} name the same field '{group.Key}': "
                + "give each a field of its own, or an empty name to the one that is not to be written."));
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);

        void CheckName(string setting, string? apiName)
        {
            if (apiName is null || !apiName.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
            {
                errors.Add($"{setting} must be empty or an API name as Zoho shows it: letters, digits and underscores.");
            }
        }

        void CheckStatus(string setting, string? text)
        {
            if (text is null || text.Trim() != text)
            {
                errors.Add($"{setting} must be a text without white space at its ends.");
            }
        }
    }

    // What a person would change: the name that was set, else the standard one.
    private static string SetBy(LeadField field, Dictionary<string, string> meant) => meant.TryGetValue(field.Name, out var key) ? key
        : field == DemoFields.Status ? "ZOHO_LEAD_STATUS_FIELD"
        : $"the standard field of {field.Name}";

    private string Unknown(string key)
    {
        var known = key.StartsWith(ZohoFieldNames.VariablePrefix, StringComparison.OrdinalIgnoreCase)
            ? ZohoFieldNames.CustomFieldsOf(catalog).Select(ZohoFieldNames.VariableOf)
            : catalog.All.Select(field => field.Name);
        return $"{key} belongs to no field of the catalogue: nothing would be written by it. Did you mean {NearestName.Of(key, known)}? "
            + "A field of your own is added with options.Fields.Add(new LeadField(\"…\")).";
    }
}
