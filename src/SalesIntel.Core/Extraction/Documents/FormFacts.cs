using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>What a form says itself, without anybody having to read it out of the answers.</summary>
internal static class FormFacts
{
    private static readonly Dictionary<string, (Func<Form, string> Read, bool Wins)> ByField = new(StringComparer.Ordinal)
    {
        [LeadFields.Phone.Name] = (form => form.Phone, false),
        [LeadFields.DemoDateTimeUtc.Name] = (form => form.DemoAtUtc, true),
        [LeadFields.DemoDateTimeLocal.Name] = (form => form.DemoAt is { } at ? TimeText.Local(form.TimeZone, at) : "", true),
    };

    /// <summary>The text of a field with what the form itself says: that wins, or stands in where nothing was read.</summary>
    /// <param name="field">The field.</param>
    /// <param name="form">The form.</param>
    /// <param name="readOf">What was read of a field; empty when nothing.</param>
    public static string Complete(LeadField field, Form form, Func<LeadField, string> readOf)
    {
        var read = readOf(field);
        if (field.Name == LeadFields.FirstName.Name || field.Name == LeadFields.LastName.Name)
        {
            var (first, last) = PersonName.Complete(form.Person, readOf(LeadFields.FirstName), readOf(LeadFields.LastName));
            return field.Name == LeadFields.FirstName.Name ? first : last;
        }

        if (!ByField.TryGetValue(field.Name, out var fact))
        {
            return read;
        }

        var said = fact.Read(form);
        return said.Length > 0 && (fact.Wins || read.Length == 0) ? said : read;
    }
}
