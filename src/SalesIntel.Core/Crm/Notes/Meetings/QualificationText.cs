using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>The elements of the framework in three groups: what was found, what is unclear with who said what, what is open with the question
/// to ask.</summary>
internal static class QualificationText
{
    /// <summary>How much is known of an element.</summary>
    public static ElementState StateOf(FieldValue value) => value.IsWritable ? ElementState.Found
        : value.IsKnown || value.Claims.Any(IsUnproven) ? ElementState.Unclear
        : ElementState.Open;

    /// <summary>Adds the framework, the fields that conversations are read for, risks and commercial terms, and the quotes.</summary>
    /// <param name="note">The note.</param>
    /// <param name="values">What the conversation told.</param>
    /// <param name="known">What those before it told and it does not.</param>
    /// <param name="catalog">The fields to show, with their labels.</param>
    /// <param name="readBy">Who read it.</param>
    /// <param name="said">How quotes are shown.</param>
    /// <param name="transcript">The turns in which terms are looked for that nobody claimed.</param>
    public static void AddTo(
        NoteBuilder note, LeadValues values, LeadValues known, FieldCatalog catalog, ExtractionMethod readBy, ClaimText said,
        IReadOnlyList<TranscriptTurn> transcript)
    {
        var framework = catalog.Framework;
        (string Label, Claim Claim)[] quoted = [.. Quoted(values, catalog)];
        if (readBy != ExtractionMethod.None)
        {
            note.Add(NotePart.Core, ReadBy.Heading(framework.Label, readBy), Groups(values, known, framework, said));
        }

        note.Add(
                NotePart.Core,
                ReadBy.Heading("Lead intel", readBy),
                IntelText.ForNote(values, catalog.Intel.Where(field => field.From == DocumentKind.Conversation)))
            .Add(NotePart.Core, "Risks and objections", NoteText.Bullets(NoteText.Lines(IntelText.Shown(values[MeetingFields.Risks]))))
            .Add(NotePart.Core, "Commercial terms as said", NoteText.Bullets(
                CommercialTerms.In(quoted.Select(one => one.Claim), transcript).Select(said.Of)))
            .Add(NotePart.Tail, "Quotes", NoteText.Bullets(quoted.Select(one => $"{one.Label}: {said.Of(one.Claim)}")));
    }

    private static string Groups(LeadValues values, LeadValues known, QualificationFramework framework, ClaimText said)
    {
        var byState = framework.Elements.ToLookup(element => StateOf(values[framework.FieldOf(element)]));
        return string.Join('\n', new[]
        {
            Group("Found", byState[ElementState.Found].Select(element => NoteText.Labelled(element.Label, IntelText.Shown(Of(element))))),
            Group("Unclear", byState[ElementState.Unclear].Select(element => Unclear(element, Of(element), said))),
            Group("Known from earlier calls", framework.Elements.Select(element =>
                NoteText.Labelled(element.Label, IntelText.Shown(known[framework.FieldOf(element)])))),
            Group("Open", byState[ElementState.Open].Where(element => !known[framework.FieldOf(element)].IsKnown)
                .Select(element => $"{element.Label}: {Question(element)}")),
        }.Where(group => group.Length > 0));

        FieldValue Of(QualificationElement element) => values[framework.FieldOf(element)];
    }

    private static string Group(string name, IEnumerable<string> items) =>
        string.Join('\n', items.Where(item => item.Length > 0).Select(item => $"- {item}")) is { Length: > 0 } list ? $"{name}:\n{list}" : "";

    private static string Unclear(QualificationElement element, FieldValue value, ClaimText said) => string.Join(
        '\n',
        value.Claims.Where(ClaimText.IsQuoted).Select(claim => $"    {said.Of(claim)}")
            .Prepend(NoteText.Labelled(element.Label, IntelText.Shown(value)))
            .Append($"    ask: {Question(element)}"));

    // An own framework may have no questions.
    private static string Question(QualificationElement element) => element.Question.Length > 0 ? element.Question : "not said";

    private static bool IsUnproven(Claim claim) => claim is { Support: ClaimSupport.Unsupported, Text.Length: > 0 };

    private static IEnumerable<(string Label, Claim Claim)> Quoted(LeadValues values, FieldCatalog catalog) => catalog.Framework.Elements
        .Select(element => (element.Label, Field: catalog.Framework.FieldOf(element)))
        .Concat(catalog.Intel.Where(field => field.From == DocumentKind.Conversation).Concat(MeetingFields.All)
            .Select(field => (field.Label, Field: field)))
        .SelectMany(one => values[one.Field].Claims.Where(ClaimText.IsQuoted).Select(claim => (one.Label, claim)));
}
