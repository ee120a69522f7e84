namespace SalesIntel.Zoho.Crm;

/// <summary>Brings a record into the form that a module takes, before Zoho would refuse it whole for one field.</summary>
internal static class RecordFormatter
{
    /// <summary>Why nothing is added to a text.</summary>
    public const string Full = "full, nothing was added; make room in it, or make the field longer in Zoho";

    /// <summary>A formatted copy.</summary>
    /// <param name="values">By API name.</param>
    /// <param name="fields">The module's fields; null when they can't be read.</param>
    /// <param name="update">True for an update, which may write other fields than a creation.</param>
    /// <param name="options">Module name and picklist rule.</param>
    /// <param name="issues">Gets what was changed or left out, as <c>Field: reason</c>.</param>
    /// <param name="added">Fields whose text is what is there with an entry at its end: not to be shortened.</param>
    public static JsonObject Format(
        JsonObject values, ModuleFields? fields, bool update, ZohoOptions options, List<string> issues, params IReadOnlyCollection<string> added)
    {
        var record = new JsonObject();
        foreach (var (name, value) in values)
        {
            var formatted = Format(name, value, fields, update, options);
            if (formatted is { Send: true, Reason: not null } && added.Contains(name))
            {
                formatted = FormattedValue.Dropped(Full);
            }

            if (formatted.Reason is not null)
            {
                issues.Add($"{name}: {formatted.Reason}");
            }

            if (formatted.Send)
            {
                record[name] = formatted.Value;
            }
        }

        return record;
    }

    private static FormattedValue Format(
        string name, JsonNode? value, ModuleFields? fields, bool update, ZohoOptions options)
    {
        if (fields is null)
        {
            return (name, value) switch
            {
                ("Phone" or "Mobile" or "Fax", not null) => ValueFormatter.Phone(value, 30),
                ("Website", not null) => ValueFormatter.Website(value, 255),
                _ => FormattedValue.Whole(value?.DeepClone()),
            };
        }

        // Switches like $append_values are no fields, and the two that every lead must have are left to Zoho to judge.
        var field = fields.Find(name);
        if (name.StartsWith('$') || (field is null && name is "Email" or "Last_Name"))
        {
            return FormattedValue.Whole(value?.DeepClone());
        }

        if (field is null)
        {
            return FormattedValue.Dropped(fields.Similar(name) is { } similar
                ? $"no such field in {options.LeadsModule}, left out; API names are case-sensitive, is {similar} meant?"
                : $"no such field in {options.LeadsModule}, left out; check the API name in the ZCF_ variable that names it");
        }

        if (!field.CanWrite(update) && name is not ("Email" or "Last_Name"))
        {
            return FormattedValue.Dropped("read-only for the Zoho user, left out");
        }

        return value is null ? FormattedValue.Whole(null) : ValueFormatter.Format(field, value, options.AllowUnknownPicklistValues);
    }
}
