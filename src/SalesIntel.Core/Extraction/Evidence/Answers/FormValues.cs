using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>From the texts that somebody read in a form to values with evidence: the same for a model and for rules.</summary>
internal sealed class FormValues(Form form, FieldText texts)
{
    private readonly FormEvidence evidence = new(form);

    /// <summary>The values of fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="read">What a reader says of a field; empty when nothing.</param>
    public LeadValues Of(IEnumerable<LeadField> fields, Func<LeadField, IReadOnlyList<AnswerClaim>> read)
    {
        var found = fields.ToDictionary(field => field.Name, field => (Field: field, Text: Text(field, read(field))), StringComparer.Ordinal);
        var values = LeadValues.Of(found.Values.Select(one =>
        {
            var complete = FormFacts.Complete(one.Field, form, field => found.TryGetValue(field.Name, out var other) ? other.Text : "");
            return KeyValuePair.Create(
                one.Field.Name,
                evidence.Of(one.Field, complete == one.Text ? complete : texts.Of(one.Field, complete, one.Field.Name), texts));
        }));
        return found.ContainsKey(LeadFields.QualificationGaps.Name)
            ? values.With(LeadFields.QualificationGaps, FieldValue.Of(FormGaps.Lines(form, [.. found.Values.Select(one => one.Field)], values)))
            : values;
    }

    private string Text(LeadField field, IReadOnlyList<AnswerClaim> claims) =>
        texts.Of(field, string.Join('\n', claims.Select(claim => claim.Text.Length > 0 ? claim.Text : claim.Quote)), field.Name);
}
