using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>From the texts that somebody read in a form to values with evidence: the same for a model and for rules.</summary>
internal sealed class FormValues(Form form, FieldText texts)
{
    private readonly FormEvidence evidence = new(form);

    /// <summary>The values of fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="read">What was read of a field, in the field's form; empty when nothing.</param>
    public LeadValues Of(IEnumerable<LeadField> fields, Func<LeadField, string> read)
    {
        var found = fields.ToDictionary(field => field.Name, field => (Field: field, Text: read(field)), StringComparer.Ordinal);
        return LeadValues.Of(found.Values.Select(one =>
        {
            var complete = FormFacts.Complete(one.Field, form, field => found.TryGetValue(field.Name, out var other) ? other.Text : "");
            return KeyValuePair.Create(
                one.Field.Name,
                evidence.Of(one.Field, complete == one.Text ? complete : texts.Of(one.Field, complete, one.Field.Name), texts));
        }));
    }
}
