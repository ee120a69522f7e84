namespace SalesIntel.Zoho.Client;

/// <summary>Makes addresses below <c>/crm/v8/</c>: nothing but names and ids may get into them.</summary>
internal static class ApiPath
{
    /// <summary>The API name of a module, checked.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Module(string module) => ZohoFieldNames.ApiName.IsValid(module ?? "")
        ? module!
        : throw new ArgumentException(
            "Not the API name of a Zoho module: letters, digits and underscores are expected, a letter first.", nameof(module));

    /// <summary>The id of a record, checked.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Id(string id) =>
        id is { Length: > 0 and <= 40 } && id.All(char.IsAsciiLetterOrDigit)
            ? id
            : throw new ArgumentException("Not the id of a Zoho record: up to 40 letters and digits are expected.", nameof(id));

    /// <summary>Names of fields for a query string. <c>$</c> begins the names of what is no field but is read like one.</summary>
    /// <exception cref="ArgumentException">One of them is none.</exception>
    public static string Fields(IEnumerable<string> fields) => Uri.EscapeDataString(string.Join(',', fields.Select(Field)));

    /// <summary>The API name of a field, checked.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Field(string field) =>
        field is { Length: > 0 and <= 200 } && field.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' or '.')
            ? field
            : throw new ArgumentException("Not the API name of a Zoho field: letters, digits and underscores are expected.", nameof(field));
}
