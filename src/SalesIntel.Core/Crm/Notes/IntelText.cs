using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>Lead intel as text for a person: one labelled paragraph for each field that is known, in the catalogue's order.</summary>
internal static class IntelText
{
    /// <summary>What a note shows: also what is not confirmed or not clear, with a remark.</summary>
    /// <param name="values">What is known.</param>
    /// <param name="fields">The fields to show, of which those count that belong into notes.</param>
    public static string ForNote(LeadValues values, IEnumerable<LeadField> fields) => Of(fields, field => Shown(values[field]));

    /// <summary>What stands in the CRM's field for the whole intel: only what may stand in a field.</summary>
    public static string ForField(LeadValues values, FieldCatalog catalog) =>
        Of(catalog.Intel, field => values[field] is { IsWritable: true } value ? value.TextWithOrigin : "");

    private static string Of(IEnumerable<LeadField> fields, Func<LeadField, string> read) => string.Join('\n', fields
        .Where(field => field.InNote)
        .GroupBy(field => (field.NoteGroup, Name: field.NoteGroup.Length > 0 ? "" : field.Name))
        .Select(group => (
            Label: group.Key.NoteGroup.Length > 0 ? group.Key.NoteGroup : group.First().Label,
            Text: string.Join(", ", group.Reverse().Select(read).Where(text => text.Length > 0))))
        .Where(line => line.Text.Length > 0)
        .Select(line => $"{line.Label}: {line.Text}"));

    private static string Shown(FieldValue value)
    {
        var known = value switch
        {
            { IsKnown: false } => "",
            { Status: FieldStatus.Ambiguous } => $"{value.TextWithOrigin} [unclear]",
            { IsSupported: false } => $"{value.TextWithOrigin} [unconfirmed]",
            _ => value.TextWithOrigin,
        };
        return string.Join('\n', value.Claims
            .Where(claim => claim.Support == ClaimSupport.Unsupported && claim.Text.Length > 0)
            .Select(claim => $"{claim.Text} [unconfirmed]")
            .Prepend(known).Where(text => text.Length > 0));
    }
}
