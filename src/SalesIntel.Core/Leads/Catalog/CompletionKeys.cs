namespace SalesIntel.Leads;

/// <summary>The keys of a model's completion.</summary>
internal static class CompletionKeys
{
    /// <summary>The list of claims.</summary>
    public const string Claims = "claims";

    /// <summary>Of a claim: the name of the element or field.</summary>
    public const string Element = "element";

    /// <summary>Of a claim about a form: the question that was answered.</summary>
    public const string Question = "question";

    /// <summary>Of a claim: the words that support it.</summary>
    public const string ClaimQuote = "quote";

    /// <summary>Of a claim about a conversation: the number of the turn.</summary>
    public const string ClaimTurn = "turn";

    /// <summary>Of a claim: what it says.</summary>
    public const string ClaimText = "claim";

    /// <summary>The key of an element's quote in a completion without a list of claims.</summary>
    public static string Quote(string element) => $"{element}_quote";

    /// <summary>The key of the turn of an element's quote in a completion without a list of claims.</summary>
    public static string Turn(string element) => $"{element}_turn";

    /// <summary>The keys of an element in a completion without a list of claims.</summary>
    public static IEnumerable<string> Flat(string element) => [Quote(element), Turn(element), element];

    /// <summary>The keys that occur twice.</summary>
    public static IReadOnlyList<string> Twice(FieldCatalog catalog) =>
    [
        .. catalog.Framework.Elements.SelectMany(element => Flat(element.Name))
            .Concat(catalog.AskedOf(DocumentKind.Conversation).Select(field => field.Name))
            .GroupBy(key => key, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key),
    ];
}
