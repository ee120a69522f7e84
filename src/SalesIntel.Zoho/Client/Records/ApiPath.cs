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

    /// <summary>An address below <c>/crm/v8/</c>, checked.</summary>
    /// <exception cref="ArgumentException">It is none, or leaves that folder.</exception>
    public static string Below(string path) =>
        !string.IsNullOrEmpty(path) && path.All(c => c is > ' ' and <= '~' and not ('#' or '\\'))
            && Uri.TryCreate("https://zoho.invalid/crm/v8/" + path, UriKind.Absolute, out var uri)
            && uri.AbsolutePath.StartsWith("/crm/v8/", StringComparison.Ordinal) && uri.AbsolutePath.Length > "/crm/v8/".Length
            && path[0] != '/' && !path.Contains("://", StringComparison.Ordinal)
                ? path
                : throw new ArgumentException(
                    "Not an address below /crm/v8/: a path such as users?type=ActiveUsers is expected, percent-encoded, without a slash at its beginning.",
                    nameof(path));

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
