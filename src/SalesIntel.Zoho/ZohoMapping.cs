using System.Globalization;
using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Zoho;

/// <summary>Our fields under the names and in the forms of Zoho CRM. Makes no call: usable without a Zoho, e.g. in a test.</summary>
/// <param name="options">The names.</param>
public sealed class ZohoMapping(ZohoFieldOptions options) : ICrmMapping
{
    /// <summary>Values by API name in the order in which they are sent; JSON null clears a field. What a request says of a lead, before it is
    /// fitted to the fields that the module has.</summary>
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
    /// <remarks>Zoho answers with a moment in its own time zone, and with a number where text was sent or the other way round.</remarks>
    public bool IsSame(string name, JsonNode? left, JsonNode? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        var (one, other) = (left.ToString(), right.ToString());
        return one == other || (TimeText.ReadWithOffset(one) is { } moment && moment == TimeText.ReadWithOffset(other));
    }

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
