using System.Globalization;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>The text that a field of a lead should have in the CRM.</summary>
internal static class PatchValue
{
    private const string BookedThrough = "Calendly";

    // What is computed from the whole lead, by the field's name. Every other field has the value that was read or stated.
    private static readonly Dictionary<string, Func<Lead, string>> Computed = new(StringComparer.Ordinal)
    {
        [DemoFields.Email.Name] = lead => lead.Email,
        [DemoFields.LeadSource.Name] = lead => lead.Booking is null ? Known(lead, DemoFields.LeadSource) : BookedThrough,
        [DemoFields.EmployeeCount.Name] = lead => WholeNumber(Known(lead, LeadFields.TeamSize)),
        [DemoFields.Status.Name] = lead => lead.Status?.ToString() ?? "",
        [DemoFields.DemoTime.Name] = lead => lead.DemoAt is { } at ? TimeText.Utc(at) : "",
        [DemoFields.TimeZone.Name] = lead => lead.Booking?.TimeZone ?? "",
        [DemoFields.InviteeUri.Name] = lead => lead.Booking?.InviteeUri ?? "",
        [DemoFields.EventUri.Name] = lead => lead.Booking?.EventUri ?? "",
        [DemoFields.FormAnswers.Name] = lead => AnswerText.Of(lead.Booking),
        [DemoFields.LeadIntel.Name] = lead => IntelText.Whole(lead.Values),
        [LeadFields.FirstName.Name] = lead => First(lead.FirstName, Known(lead, LeadFields.FirstName)),
        [LeadFields.LastName.Name] = lead => First(lead.LastName, Known(lead, LeadFields.LastName), lead.Email.Split('@')[0]),
        [LeadFields.CompanyName.Name] = lead => First(Known(lead, LeadFields.CompanyName), BookingCompany.Of(lead.Booking)),
        [LeadFields.Phone.Name] = lead => First(lead.Booking?.Phone ?? "", Known(lead, LeadFields.Phone)),
    };

    public static string Of(LeadField field, Lead lead) =>
        Computed.TryGetValue(field.Name, out var compute) ? compute(lead) : Known(lead, field);

    // What is hedged or not supported by the document is shown in the note and stands in no field.
    private static string Known(Lead lead, LeadField field) => lead.Values[field] is { IsWritable: true } value ? value.Text : "";

    private static string WholeNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : "";

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
