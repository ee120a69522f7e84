using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What has changed since the call before, as a section of the note.</summary>
internal static class SinceText
{
    private const int LongestValue = 240;
    private const int LongestName = 60;

    // What a rep must know first.
    private static readonly ValueChangeKind[] Order =
        [ValueChangeKind.Contradicted, ValueChangeKind.Changed, ValueChangeKind.New, ValueChangeKind.Confirmed];

    /// <summary>The section's heading; empty without a call before.</summary>
    public static string Heading(SinceLastCall? since) => since is null ? "" : $"Since the call of {TimeText.Day(since.At.ToUniversalTime())}";

    /// <summary>The section's lines; empty without a call before.</summary>
    public static string Body(SinceLastCall? since, FieldCatalog catalog) => since is null ? ""
        : since.Changes.Count == 0 ? "- nothing was said again, and nothing new"
        : NoteText.Bullets(Order.SelectMany(kind => Lines(kind, [.. since.Changes.Where(change => change.Kind == kind)], catalog)));

    /// <summary>Two of the same digest show the same.</summary>
    public static string Digest(SinceLastCall? since, FieldCatalog catalog) =>
        SalesIntel.Text.Digest.OfAll([Heading(since), Body(since, catalog), .. Known(since).Select(value => $"{value.Key}: {value.Value.TextWithOrigin}")], 12);

    private static LeadValues Known(SinceLastCall? since) => since?.Known ?? LeadValues.Empty;

    private static IEnumerable<string> Lines(ValueChangeKind kind, IReadOnlyCollection<ValueChange> changes, FieldCatalog catalog)
    {
        return kind switch
        {
            _ when changes.Count == 0 => [],
            ValueChangeKind.Confirmed => [$"Confirmed: {string.Join(", ", changes.Select(Label))}"],
            ValueChangeKind.New => changes.Select(change => $"New: {Label(change)}: {Value(change.After)}"),
            _ => changes.Select(change => $"{kind}: {Label(change)}: before {Said(change.Before)}; now {Said(change.After)}"),
        };

        string Label(ValueChange change) => catalog.Find(change.Field)?.Label ?? change.Field;
    }

    // Who said it stands beside it: the two may be two people.
    private static string Said(FieldValue value) => Value(value)
        + (value.Claims.LastOrDefault(claim => claim.IsStanding && claim.Speaker.Length > 0) is { } claim
            ? $" ({NoteText.Short(claim.Speaker, LongestName)})"
            : "");

    private static string Value(FieldValue value) =>
        NoteText.Short(IntelText.Brief(value), LongestValue) is { Length: > 0 } text ? text : "nothing";
}
