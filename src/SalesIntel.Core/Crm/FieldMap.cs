using System.Globalization;
using System.Text.Json.Nodes;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>Maps a lead to the CRM's fields. To add a field: one line here, its variable in <see cref="CustomFields"/>.</summary>
/// <param name="options">The names of the fields.</param>
public sealed class FieldMap(FieldMapOptions options)
{
    // The CRM refuses a lead without them.
    private static readonly string[] Mandatory = ["Email", "Last_Name", "Company"];

    /// <summary>The fields of a lead. Empty values are left out: what is not known erases nothing that a person has entered.</summary>
    public CrmFields Map(Lead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        var values = new JsonObject();
        var yielding = new HashSet<string>(StringComparer.Ordinal);
        var clearable = new HashSet<string>(StringComparer.Ordinal) { "No_of_Employees" };
        var intel = lead.Values;

        void Set(string field, string value)
        {
            if (field.Length == 0)
            {
                return;
            }

            clearable.Add(field);
            if (value.Length > 0)
            {
                values[field] = value;
            }
        }

        void Custom(string variable, string value) => Set(options.Custom.TryGetValue(variable, out var field) ? field : "", value);

        void Yield(string field, string value)
        {
            Set(field, value);
            yielding.Add(field);
        }

        Set("Email", lead.Email);
        Yield("First_Name", Known(lead.FirstName, intel[LeadFields.FirstName].Text));
        Yield("Last_Name", Known(lead.LastName, intel[LeadFields.LastName].Text, lead.Email.Split('@')[0]));
        Yield("Company", intel[LeadFields.CompanyName].Text.Length > 0 ? intel[LeadFields.CompanyName].Text : BookingCompany.Of(lead.Booking));
        Yield("Website", intel[LeadFields.CompanyWebsite].Text);
        Yield("Phone", Known(lead.Booking?.Phone ?? "", intel[LeadFields.Phone].Text));
        Yield("City", intel[LeadFields.City].Text);
        Yield("State", intel[LeadFields.StateOrRegion].Text);
        Yield("Country", intel[LeadFields.Country].Text);
        Yield("Industry", intel[LeadFields.Industry].Text);
        Yield("Lead_Source", lead.Booking is null ? "" : "Calendly");
        if (int.TryParse(intel[LeadFields.TeamSize].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var employees))
        {
            values["No_of_Employees"] = employees;
        }

        yielding.Add("No_of_Employees");

        Set(options.StatusField, StatusName(lead.Status));

        var demoField = options.Custom.TryGetValue(CustomFields.DemoDateTime, out var name) ? name : "";
        Set(demoField, lead.DemoAt is { } at ? CrmTime.Format(at) : "");
        if (lead.Booking is null)
        {
            yielding.Add(demoField);
        }

        Custom(CustomFields.DemoTimeZone, lead.Booking?.TimeZone ?? "");
        Custom(CustomFields.InviteeUri, lead.Booking?.InviteeUri ?? "");
        Custom(CustomFields.EventUri, lead.Booking?.EventUri ?? "");
        Custom(CustomFields.Answers, AnswerText.Of(lead.Booking));
        Custom(CustomFields.LeadIntel, IntelText.Whole(intel));

        foreach (var (variable, read) in CustomFields.Intel)
        {
            Custom(variable, intel[read].Text);
        }

        foreach (var (variable, read) in CustomFields.Meddic)
        {
            Custom(variable, intel[read].IsWritable ? intel[read].Text : "");
        }

        Custom(CustomFields.Confidence, intel[QualificationFrameworks.Meddic.Confidence].Text);
        clearable.ExceptWith(Mandatory);
        return new CrmFields(values, yielding, clearable);
    }

    /// <summary>The CRM's name of a status; empty for none.</summary>
    public string StatusName(LeadStatus? status) => status switch
    {
        LeadStatus.DemoBooked => options.DemoBooked,
        LeadStatus.DemoComplete => options.DemoComplete,
        LeadStatus.DemoCanceled => options.DemoCanceled,
        LeadStatus.DemoNoShow => options.DemoNoShow,
        _ => "",
    };

    private static string Known(params ReadOnlySpan<string> candidates)
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
