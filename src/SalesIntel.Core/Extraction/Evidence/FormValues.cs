using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>From the texts that somebody read in a form to values with evidence: the same for a model and for rules.</summary>
internal sealed class FormValues(Form form, FieldText texts)
{
    private readonly FormEvidence evidence = new(form);

    /// <summary>The values of fields.</summary>
    /// <param name="fields">The fields.</param>
    /// <param name="read">What was read of a field, in the field's form; empty when nothing.</param>
    public LeadValues Of(IEnumerable<LeadField> fields, Func<LeadField, string> read) => LeadValues.Of(fields.Select(field =>
    {
        var text = read(field);
        var complete = FormFacts.Complete(field, form, text);
        return KeyValuePair.Create(
            field.Name, evidence.Of(field, ReferenceEquals(complete, text) ? text : texts.Of(field, complete, field.Name), texts));
    }));
}
