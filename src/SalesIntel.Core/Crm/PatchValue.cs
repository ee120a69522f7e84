using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>The text that a field of a lead should have in the CRM.</summary>
internal static class PatchValue
{
    // What is computed from the whole lead, by the field's name. Every other field has the value that was read or stated.
    private static readonly Dictionary<string, Func<Lead, FieldCatalog, string>> Computed = new(StringComparer.Ordinal)
    {
        [DemoFields.Email.Name] = (lead, _) => lead.Email,
        [DemoFields.LeadSource.Name] = (lead, _) => lead.Booking?.BookedThrough ?? Known(lead, DemoFields.LeadSource),
        [DemoFields.EmployeeCount.Name] = (lead, _) => EmployeeCount(Known(lead, LeadFields.TeamSize)),
        [DemoFields.Status.Name] = (lead, _) => lead.Status?.ToString() ?? "",
        [DemoFields.DemoTime.Name] = (lead, _) => lead.DemoAt is { } at ? TimeText.Utc(at) : "",
        [LeadFields.DemoDateTimeUtc.Name] = (lead, _) => OfDemo(lead, LeadFields.DemoDateTimeUtc, (_, start) => TimeText.Utc(start)),
        [LeadFields.DemoDateTimeLocal.Name] = (lead, _) => OfDemo(lead, LeadFields.DemoDateTimeLocal, TimeText.Local),
        [DemoFields.TimeZone.Name] = (lead, _) => lead.Booking?.TimeZone ?? "",
        [DemoFields.InviteeUri.Name] = (lead, _) => lead.Booking?.InviteeUri ?? "",
        [DemoFields.EventUri.Name] = (lead, _) => lead.Booking?.EventUri ?? "",
        [DemoFields.FormAnswers.Name] = (lead, _) => AnswerText.Of(lead.Booking?.Answers ?? []),
        [DemoFields.LeadIntel.Name] = (lead, catalog) => IntelText.ForField(lead.Values, catalog),
        [LeadFields.FirstName.Name] = (lead, _) => Person(lead).First,
        [LeadFields.LastName.Name] = (lead, _) => First(Person(lead).Last, LocalPart(lead.Email)),
        [LeadFields.CompanyName.Name] = (lead, _) => First(Known(lead, LeadFields.CompanyName), BookingAnswers.Company(lead.Booking)),
        [LeadFields.Phone.Name] = (lead, _) => First(
            BookingAnswers.Phone(lead.Booking, StatedCountry(lead)), PhoneText.Normalize(Known(lead, LeadFields.Phone), StatedCountry(lead))),
    };

    public static string Of(LeadField field, Lead lead, FieldCatalog catalog) =>
        Computed.TryGetValue(field.Name, out var compute) ? compute(lead, catalog)
        : field.Name == catalog.Framework.Confidence.Name ? First(ComputedConfidence.OfAll(lead.Said, catalog.Framework), Known(lead, field))
        : field.Kind == FieldKind.Phone ? PhoneText.Normalize(Known(lead, field), StatedCountry(lead))
        : Known(lead, field);

    // The current booking's, which need not be the one that was read last: that may have been cancelled.
    private static string OfDemo(Lead lead, LeadField field, Func<string, DateTimeOffset, string> text) =>
        lead.Booking is not { } booking ? Known(lead, field)
        : lead.DemoAt is { } start ? text(booking.TimeZone, start)
        : "";

    // What is hedged or not supported by the document is shown in the note and stands in no field.
    private static string Known(Lead lead, LeadField field) => lead.Values[field] is { IsWritable: true } value ? value.Text : "";

    // A country that follows from a time zone says where somebody sat, and not where the number is from.
    private static string StatedCountry(Lead lead) => lead.Values[LeadFields.Country].InferredFrom.Length > 0 ? "" : Known(lead, LeadFields.Country);

    private static string LocalPart(string email) => EmailAddress.TryParse(email, out var address) ? address.LocalPart : email;

    private static (string First, string Last) Person(Lead lead) => PersonName.Complete(
        (lead.FirstName, lead.LastName), Known(lead, LeadFields.FirstName), Known(lead, LeadFields.LastName));

    private static string EmployeeCount(string text) =>
        int.TryParse(NumberText.Whole(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : "";

    private static string First(params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
        {
            if (candidate.Length > 0)
            {
                return candidate;
            }
        }

        return "";
    }
}
