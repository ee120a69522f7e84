using SalesIntel.Leads;

namespace SalesIntel.Zoho.Doctor;

/// <summary>What a field of Zoho must be like to hold a value.</summary>
/// <param name="Type">The data type that suits best.</param>
/// <param name="Length">How many characters the values usually need; 0 when the type has no length.</param>
/// <param name="Suits">All data types that can hold it.</param>
/// <param name="Values">What a picklist must have; empty when any text is possible.</param>
internal sealed record FieldNeed(string Type, int Length, IReadOnlyList<string> Suits, IReadOnlyList<string> Values)
{
    // Zoho's sizes of a multi-line field.
    private const int Small = 2_000;
    private const int Large = 32_000;

    // The shortest text field of a lead in a new organisation, First_Name.
    private const int Name = 40;

    private static readonly string[] Texts = ["text", "textarea"];

    /// <summary>For a field.</summary>
    public static FieldNeed Of(LeadField field, ZohoFieldOptions options) => field.Kind switch
    {
        FieldKind.Number => new("integer", 9, ["integer", "bigint", "double", "currency", .. Texts], []),
        FieldKind.DateTime => new("datetime", 0, ["datetime"], []),
        FieldKind.Url => new("website", 255, ["website", .. Texts], []),
        FieldKind.Phone => new("phone", 20, ["phone", .. Texts], []),
        FieldKind.Email => new("email", 100, ["email", "text"], []),
        FieldKind.Choice => Choice(field, options),
        FieldKind.Lines => new("textarea", Math.Max(field.MaxLength, Small), [.. Texts, "multiselectpicklist"], []),
        _ => Text(field),
    };

    private static FieldNeed Choice(LeadField field, ZohoFieldOptions options)
    {
        string[] statuses = [options.DemoBooked, options.DemoComplete, options.DemoCanceled, options.DemoNoShow];
        string[] values = field.Name == DemoFields.Status.Name ? [.. statuses.Where(status => status.Length > 0)] : [.. field.Choices];
        var longest = values.Select(value => value.Length).DefaultIfEmpty().Max();
        return new("picklist", longest, ["picklist", "multiselectpicklist", .. Texts], values);
    }

    private static FieldNeed Text(LeadField field)
    {
        if (field == DemoFields.InviteeUri || field == DemoFields.EventUri)
        {
            return new("website", 200, ["website", .. Texts], []);
        }

        if (field == DemoFields.LeadSource)
        {
            // What a booking says unless its source says something else.
            return new("picklist", Name, ["picklist", .. Texts], ["Calendly"]);
        }

        if (field == DemoFields.FormAnswers || field == DemoFields.LeadIntel)
        {
            return new("textarea", Large, Texts, []);
        }

        // A picklist takes such a text as far as it has it; whether it does is not known before.
        return ZohoFieldNames.StandardNameOf(field) is not null || !field.IsAsked
            ? new("text", Math.Max(field.MaxLength, Name), [.. Texts, "picklist"], [])
            : new("textarea", Math.Max(field.MaxLength, Small), [.. Texts, "picklist"], []);
    }
}
