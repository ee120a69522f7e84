using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Zoho;

/// <summary>Our fields under the names and in the forms of Zoho CRM. Makes no call: usable without a Zoho, e.g. in a test.</summary>
/// <param name="options">The names.</param>
/// <param name="catalog">The fields in force: what kind of value a name holds; null = <see cref="FieldCatalog.Default"/>.</param>
public sealed class ZohoMapping(ZohoFieldOptions options, FieldCatalog? catalog = null) : ICrmMapping
{
    private readonly Lazy<ZohoValueComparer> comparer = new(() => new ZohoValueComparer(options, catalog ?? FieldCatalog.Default));

    /// <summary>Values by API name in the order in which they are sent; JSON null clears a field. What a request says of a lead, before it is
    /// brought into the form of the fields that the module has.</summary>
    public JsonObject Map(LeadPatch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        var record = new JsonObject();
        foreach (var field in ZohoFieldNames.InOrder(patch.Fields, field => field.Field))
        {
            if (Map(field) is { } value)
            {
                record[value.Name] = value.Value;
            }
        }

        return record;
    }

    /// <inheritdoc/>
    public CrmValue? Map(PatchField field)
    {
        ArgumentNullException.ThrowIfNull(field);
        var name = options.NameOf(field.Field);
        return name.Length == 0 ? null : new CrmValue(name, field.Value.Length == 0 ? null : Form(field));
    }

    /// <inheritdoc/>
    /// <remarks>Compared is what a person would see: a moment in any time zone, a number or its text, whatever the line ends, the Unicode form
    /// and the white space at the ends; lists in any order; a telephone number by its digits.</remarks>
    public bool IsSame(string name, JsonNode? left, JsonNode? right) => comparer.Value.IsSame(name, left, right);

    /// <inheritdoc/>
    /// <remarks>Zoho's fields have a length, and what is longer was cut with an ellipsis; one of a single line has no line breaks; a picklist has
    /// a spelling of its own.</remarks>
    public bool IsFormOf(string name, JsonNode held, JsonNode written) => comparer.Value.IsFormOf(name, held, written);

    private JsonValue? Form(PatchField field) => field.Field.Name == DemoFields.Status.Name
        ? StatusText(field.Value) is { Length: > 0 } status ? JsonValue.Create(status) : null
        : field.Field.Kind switch
        {
            FieldKind.Number when int.TryParse(field.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
                JsonValue.Create(number),

            // With an explicit offset and no fraction: Zoho takes no other form.
            FieldKind.DateTime when TimeText.ReadWithOffset(field.Value) is { } at => JsonValue.Create(TimeText.WithOffset(at.ToUniversalTime())),
            _ => JsonValue.Create(field.Value),
        };

    private string StatusText(string status) => status switch
    {
        nameof(LeadStatus.DemoBooked) => options.DemoBooked,
        nameof(LeadStatus.DemoComplete) => options.DemoComplete,
        nameof(LeadStatus.DemoCanceled) => options.DemoCanceled,
        nameof(LeadStatus.DemoNoShow) => options.DemoNoShow,
        _ => status,
    };
}
