using SalesIntel.Leads;

namespace SalesIntel.Zoho;

/// <summary>Finds names that can't work together, each with what it is set by.</summary>
internal static class ZohoFieldRules
{
    public static IEnumerable<string> Find(ZohoFieldOptions options, FieldCatalog catalog)
    {
        List<string> errors = [];
        var meant = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, apiName) in options.Names)
        {
            if (ZohoFieldNames.Find(catalog, key) is not { } field)
            {
                errors.Add(Unknown(key, catalog));
            }
            else if (field == DemoFields.Status)
            {
                errors.Add($"{key} is the lead's status: set {nameof(options.StatusField)} (ZOHO_LEAD_STATUS_FIELD) instead.");
            }
            else if (!meant.TryAdd(field.Name, key))
            {
                errors.Add($"{meant[field.Name]} and {key} both name the field of {field.Name}: leave one of them out.");
            }
            else if (ZohoFieldNames.StandardNameOf(field) is not null && !string.IsNullOrEmpty(apiName) && !ZohoFieldNames.ApiName.IsValid(apiName))
            {
                // The others are settings of their own.
                errors.Add($"{nameof(ZohoFieldOptions)}.{nameof(options.Names)}[{key}] is '{apiName}': must be {ZohoFieldNames.ApiName.MustBe}");
            }
        }

        // API names differ in case only by mistake.
        errors.AddRange(catalog.All
            .Select(field => (Field: field, ApiName: options.NameOf(field)))
            .Where(one => !string.IsNullOrEmpty(one.ApiName))
            .GroupBy(one => one.ApiName, StringComparer.OrdinalIgnoreCase)
            .Where(group => group.Count() > 1)
            .Select(group => $"{string.Join(" and ", group.Select(one => SetBy(one.Field, meant)))} name the same field '{group.Key}': "
                + "give each a field of its own, or an empty name to the one that is not to be written."));
        return errors;
    }

    // What a person would change: the name that was set, else the standard one.
    private static string SetBy(LeadField field, Dictionary<string, string> meant) => meant.TryGetValue(field.Name, out var key) ? key
        : field == DemoFields.Status ? "ZOHO_LEAD_STATUS_FIELD"
        : $"the standard field of {field.Name}";

    private static string Unknown(string key, FieldCatalog catalog)
    {
        var known = key.StartsWith(ZohoFieldNames.VariablePrefix, StringComparison.OrdinalIgnoreCase)
            ? ZohoFieldNames.CustomFieldsOf(catalog).Select(ZohoFieldNames.VariableOf)
            : catalog.All.Select(field => field.Name);
        return $"{key} belongs to no field of the catalogue: nothing would be written by it.{NearestName.Question(key, known)} "
            + "A field of your own is added with options.Fields.Add(new LeadField(\"…\")).";
    }
}
