namespace SalesIntel.Leads;

/// <summary>The keys of a model's completion about a conversation.</summary>
internal static class CompletionKeys
{
    /// <summary>The key of the framework's confidence.</summary>
    public const string Confidence = "confidence";

    /// <summary>The key of an element's quote.</summary>
    public static string Quote(string element) => $"{element}_quote";

    /// <summary>The key of the turn of an element's quote.</summary>
    public static string Turn(string element) => $"{element}_turn";

    /// <summary>The key of a field that is asked for besides the elements.</summary>
    public static string Of(LeadField field, QualificationFramework framework) =>
        field.Name == framework.Confidence.Name ? Confidence : field.Name;

    /// <summary>The keys that occur twice.</summary>
    public static IReadOnlyList<string> Twice(FieldCatalog catalog) =>
    [
        .. catalog.Framework.Elements.SelectMany(element => new[] { element.Name, Quote(element.Name), Turn(element.Name) })
            .Concat(catalog.AskedOf(DocumentKind.Conversation).Select(field => Of(field, catalog.Framework)))
            .GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key),
    ];
}
