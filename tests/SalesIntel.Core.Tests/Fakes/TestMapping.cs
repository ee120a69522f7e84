using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>A CRM that has some of our fields, under their own names.</summary>
/// <param name="fields">The fields that it has.</param>
internal sealed class TestMapping(params LeadField[] fields) : ICrmMapping
{
    /// <summary>Which texts are the same value for it.</summary>
    public StringComparer Same { get; init; } = StringComparer.Ordinal;

    /// <summary>A text that ends with an ellipsis is the form of a longer one.</summary>
    public bool IsCut { get; init; }

    public CrmValue? Map(PatchField field) => fields.Any(one => one.Name == field.Field.Name) ? CrmMapping.ByName.Map(field) : null;

    public bool IsSame(string name, JsonNode? left, JsonNode? right) => Same.Equals(left?.ToString(), right?.ToString());

    public bool IsFormOf(string name, JsonNode held, JsonNode written) => IsSame(name, held, written)
        || (IsCut && held.ToString() is [.. var begun, '…'] && written.ToString().StartsWith(begun, StringComparison.Ordinal));
}
