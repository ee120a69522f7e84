using System.Runtime.CompilerServices;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>Lead intel as text for a person: one labelled paragraph for each field that is known, in the catalogue's order.</summary>
internal static class IntelText
{
    /// <summary>Stands behind what was said hesitantly or in contradiction.</summary>
    public const string Unclear = "[unclear]";

    /// <summary>Stands behind what the document does not bear out.</summary>
    public const string Unconfirmed = "[unconfirmed]";

    private static readonly ConditionalWeakTable<FieldCatalog, (string Label, IReadOnlyList<LeadField> Fields)[]> OfCatalog = [];

    /// <summary>What a note shows: also what is not confirmed or not clear, with a remark.</summary>
    /// <param name="values">What is known.</param>
    /// <param name="fields">The fields to show, of which those count that belong into notes.</param>
    public static string ForNote(LeadValues values, IEnumerable<LeadField> fields) => string.Join('\n', Groups(fields)
        .Select(group => group.Fields is [var field]
            ? NoteText.Labelled(group.Label, Shown(values[field]))
            : NoteText.Labelled(
                group.Label,
                string.Join(", ", group.Fields.Select(one => NoteText.Joined(Shown(values[one]))).Where(text => text.Length > 0))))
        .Where(text => text.Length > 0));

    /// <summary>What stands in the CRM's field for the whole intel: only what may stand in a field.</summary>
    public static string ForField(LeadValues values, FieldCatalog catalog) => string.Join('\n', OfCatalog.GetValue(catalog, static one => [.. Groups(one.Intel)])
        .Select(group => (group.Label, Text: string.Join(", ", group.Fields
            .Select(field => values[field] is { IsWritable: true } value ? value.TextWithOrigin : "").Where(text => text.Length > 0))))
        .Where(line => line.Text.Length > 0)
        .Select(line => $"{line.Label}: {line.Text}"));

    /// <summary>A value as a person is shown it, each line with its remark: lines that nothing bears out come last.</summary>
    public static string Shown(FieldValue value)
    {
        var text = value switch
        {
            { IsKnown: false } => "",
            { Status: FieldStatus.Ambiguous } => Marked(value.TextWithOrigin, Unclear),
            { IsSupported: false } => Marked(value.TextWithOrigin, Unconfirmed),
            _ => value.TextWithOrigin,
        };
        var unproven = value is { IsKnown: true, IsSupported: false } ? [] : value.Claims
            .Where(claim => claim is { Support: ClaimSupport.Unsupported, Text.Length: > 0 })
            .Select(claim => Marked(NoteText.Joined(claim.Text), Unconfirmed));
        return string.Join('\n', unproven.Prepend(text).Where(line => line.Length > 0));
    }

    /// <summary>As <see cref="Shown"/> in one line; of what is known, what nothing bears out is left out.</summary>
    public static string Brief(FieldValue value) => NoteText.Joined(value.IsWritable ? value.TextWithOrigin : Shown(value));

    private static string Marked(string text, string remark) => string.Join('\n', NoteText.Lines(text).Select(line => $"{line} {remark}"));

    private static IEnumerable<(string Label, IReadOnlyList<LeadField> Fields)> Groups(IEnumerable<LeadField> fields) => fields
        .Where(field => field.InNote)
        .GroupBy(field => (field.NoteGroup, Name: field.NoteGroup.Length > 0 ? "" : field.Name))
        .Select(group => (
            group.Key.NoteGroup.Length > 0 ? group.Key.NoteGroup : group.First().Label,
            (IReadOnlyList<LeadField>)[.. group.Reverse()]));
}
