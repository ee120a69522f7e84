using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>The sections of a note that show what was read from a document, made from the catalogue.</summary>
internal static class ReadSections
{
    /// <summary>The cheat sheet and lead intel of a form.</summary>
    public static NoteBuilder FormIntel(this NoteBuilder note, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy) => note
        .Section(LeadFields.CheatSheet.Label, catalog.Find(LeadFields.CheatSheet.Name) is { } sheet ? values[sheet].Text : "")
        .Section(Heading("Lead intel", readBy), IntelText.ForNote(values, catalog.Intel));

    /// <summary>The framework's elements with the words that support them, the fields of conversations, next steps and risks.</summary>
    /// <param name="note">The note.</param>
    /// <param name="values">What was read.</param>
    /// <param name="catalog">The fields.</param>
    /// <param name="readBy">Who read it.</param>
    /// <param name="actionItems">The report's own next steps, shown where none were read.</param>
    public static NoteBuilder Qualification(
        this NoteBuilder note, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy, IReadOnlyList<string> actionItems)
    {
        var framework = catalog.Framework;
        var elements = framework.Elements
            .Select(element => (element.Label, Value: values[framework.FieldOf(element)]))
            .Where(item => item.Value.IsKnown || item.Value.Claims.Count > 0)
            .Select(item => Element(item.Label, item.Value));
        return note
            .Section(Heading(framework.Label, readBy), string.Join('\n', elements))
            .Line("Confidence", values[framework.Confidence].Text)
            .Section(
                Heading("Lead intel", readBy),
                IntelText.ForNote(values, catalog.Intel.Where(field => field.From == DocumentKind.Conversation)))
            .Section(MeetingFields.NextSteps.Label, Lines(values[MeetingFields.NextSteps], actionItems))
            .Section(MeetingFields.Risks.Label, Lines(values[MeetingFields.Risks], []));
    }

    private static string Heading(string text, ExtractionMethod readBy) => readBy == ExtractionMethod.Rules ? $"{text} (read by rules, not by a model)" : text;

    private static IEnumerable<string> Lines(FieldValue value, IReadOnlyList<string> otherwise) =>
    [
        .. value.IsKnown ? value.Text.Split('\n') : otherwise,
        .. Unconfirmed(value).Select(claim => $"{claim.Text} [unconfirmed]"),
    ];

    private static string Element(string label, FieldValue value)
    {
        var lines = value.TextWithOrigin.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var text = value is { IsKnown: true, IsSupported: false } ? $"{value.TextWithOrigin}\n    [unconfirmed: not found in the transcript]"
            : lines.Length > 1 ? $"{Mark(value)}\n  - {string.Join("\n  - ", lines)}"
            : $"{value.TextWithOrigin} {Mark(value)}";
        return string.Concat(
        [
            $"{label}: {text}".TrimEnd(),
            .. value.Claims.Where(claim => claim.Quote.Length > 0 && claim.Support != ClaimSupport.Unsupported).Select(Quote),
            .. value is { IsKnown: true, IsSupported: false } ? [] : Unconfirmed(value).Select(claim => $"\n    [unconfirmed: not found in the transcript] {claim.Text}"),
        ]);
    }

    private static string Mark(FieldValue value) => value.Status == FieldStatus.Ambiguous ? "[unclear]" : "";

    private static IEnumerable<Claim> Unconfirmed(FieldValue value) =>
        value.Claims.Where(claim => claim.Support == ClaimSupport.Unsupported && claim.Text.Length > 0);

    private static string Quote(Claim claim) =>
        $"\n    \"{claim.Quote}\""
        + (claim.Speaker.Length > 0 ? $" – {claim.Speaker}" : "")
        + (claim.At is { } at ? FormattableString.Invariant($", {at.UtcDateTime:HH:mm:ss} UTC") : "")
        + (claim.Superseded ? " [corrected later]" : claim.Contradicted ? " [contradicted]" : claim.Hedged ? " [not sure]" : "");
}
