using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Brings what was read for a field into the form that the field has, whoever read it: clean text without remarks on its origin,
/// of the field's kind, within its limit. What does not fit is left out or cut, with an issue that names the field.</summary>
/// <param name="options">Limits.</param>
internal sealed partial class FieldText(ExtractionOptions options)
{
    private const int LongestAddress = 2_048;

    // What they hold is called something: "no" is no company.
    private static readonly FrozenSet<string> Naming = new[]
    {
        LeadFields.CompanyName, LeadFields.CompanyType, LeadFields.Industry, LeadFields.City, LeadFields.ReferredBy,
    }.Select(field => field.Name).ToFrozenSet(StringComparer.Ordinal);

    private readonly List<string> issues = [];

    /// <summary>What was dropped or cut, by name; never the value.</summary>
    public IReadOnlyList<string> Issues => issues;

    /// <summary>Adds an issue.</summary>
    public void Report(string name, string what) => issues.Add($"{name}: {what}");

    /// <summary>A field's text; empty when there is none.</summary>
    /// <param name="field">The field.</param>
    /// <param name="text">What was read.</param>
    /// <param name="name">What the field is called in issues.</param>
    public string Of(LeadField field, string text, string name)
    {
        var plain = WithoutRemarks(field, TextCleaner.Block(text));
        if (IsNothing(field, plain))
        {
            return "";
        }

        var (value, reason) = field.Kind switch
        {
            FieldKind.Choice => (ChoiceLadder.Read(field.Choices, plain), "is none of the allowed values"),
            FieldKind.Number => (NumberText.Whole(plain), "dropped, it is no whole number"),
            FieldKind.DateTime => (DateAndTime(plain), "dropped, it is no date and time"),
            FieldKind.Url => (FirstWebAddress(plain), "dropped, it is no address of a web page"),
            FieldKind.Phone => (PhoneText.Find(plain), "dropped, it is no telephone number"),
            FieldKind.Email => (MailboxList.OnlyAddress(plain)?.Value ?? "", "dropped, it is no e-mail address"),
            FieldKind.Lines => (TellingLines(plain), ""),
            _ => (plain, ""),
        };
        if (value.Length == 0)
        {
            Report(name, reason);
        }

        return Cut(value, field.MaxLength > 0 ? field.MaxLength : options.MaxFieldCharacters, name);
    }

    /// <summary>Several items as the lines of a field's text.</summary>
    public string OfItems(LeadField field, IEnumerable<string> items, string name)
    {
        var lines = items.Select(item => Nothing.OrText(TextCleaner.Line(item))).Where(item => item.Length > 0).ToList();
        if (lines.Count > options.MaxListItems)
        {
            Report(name, $"{Counted.Of(lines.Count - options.MaxListItems, "item")} over the limit dropped");
            lines.RemoveRange(options.MaxListItems, lines.Count - options.MaxListItems);
        }

        return Of(field, string.Join('\n', lines.Select(line => Cut(line, options.MaxFieldCharacters, name))), name);
    }

    /// <summary>Several values of one field as its text: joined by lines where the field is text, else the first.</summary>
    public string OfLines(LeadField field, IReadOnlyList<string> values, string name) => values.Count == 0 ? ""
        : field.Kind is FieldKind.Text or FieldKind.Lines ? Cut(string.Join('\n', values), field.MaxLength > 0 ? field.MaxLength : options.MaxFieldCharacters, name)
        : values[0];

    /// <summary>Words that support a value; empty when there are none.</summary>
    public string Quote(string text, string name) => Cut(Nothing.OrText(TextCleaner.Block(text)), options.MaxFieldCharacters, name);

    /// <summary>The address of a web page without what stands in parentheses behind it; empty when the text is none.</summary>
    public static string WebAddress(string text) =>
        text.Split(" (", 2)[0].Trim() is { Length: <= LongestAddress } address && Web().IsMatch(address) ? address : "";

    /// <summary>The first address of a web page in the text; empty when there is none.</summary>
    public static string FirstWebAddress(string text) => WebAddress(text) is { Length: > 0 } whole ? whole
        : text.Split([' ', '\n', '\t', ',', ';', '(', ')', '<', '>', '|'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => WebAddress(word.TrimEnd('.', '!', '?')))
            .FirstOrDefault(address => address.Length > 0 && !address.Contains('=', StringComparison.Ordinal), "");

    /// <summary>True for the address of somebody's page in a network: a person's profile is no company's website.</summary>
    public static bool IsProfile(string address) => Profile().IsMatch(address);

    /// <summary>The time that a text says, ISO 8601 in UTC; empty when it says none.</summary>
    public static string DateAndTime(string text) => WireTime.FromText(text.Trim()) is { } at ? TimeText.Utc(at) : "";

    private static string TellingLines(string text) =>
        string.Join('\n', text.Split('\n').Where(line => string.IsNullOrWhiteSpace(line) || !Nothing.IsNothing(line)));

    // Where a value comes from is worked out by us and kept beside it; whatever a model remarks on it would only be taken for the value.
    // Advice is prose for people, who may as well read it there.
    private static string WithoutRemarks(LeadField field, string text) =>
        field.Evidence != EvidenceRule.Advice && text.Contains("(inferred", StringComparison.OrdinalIgnoreCase)
            ? string.Join('\n', text.Split('\n').Select(line => StoredText.Read(line).Text))
            : text;

    private static bool IsNothing(LeadField field, string text) => IsName(field) ? Nothing.NamesNobody(text)
        : Naming.Contains(field.Name) ? Nothing.NamesNothing(text)
        : Nothing.IsNothing(text);

    // Na, Null and the like are names of persons too.
    private static bool IsName(LeadField field) => field.Name == LeadFields.FirstName.Name || field.Name == LeadFields.LastName.Name;

    private string Cut(string text, int max, string name)
    {
        if (text.Length > max)
        {
            Report(name, $"cut to {Counted.Of(max, "character")}");
        }

        return TextCleaner.Cut(text, max);
    }

    [GeneratedRegex(@"^(?:https?://)?[^/\s]+/(?:in|pub|profile|profiles|people|user|users)/", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Profile();

    // A label can end in one way only, so that it takes time linear in the text's length.
    [GeneratedRegex(@"\A(https?://)?([\p{L}\d]([\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}(:\d+)?(/\S*)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Web();
}
