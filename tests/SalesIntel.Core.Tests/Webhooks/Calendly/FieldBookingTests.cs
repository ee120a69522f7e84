using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>Bookings as they came from the field, from the body to the lead.</summary>
public sealed class FieldBookingTests
{
    [Theory]
    [InlineData("c03_last_comma_first", "Hans", "Müller")]
    [InlineData("c05_suffix", "John Henry", "Johnson")]
    [InlineData("c06_email_as_name", "", "")]
    public async Task Name_is_split_alike_in_lead_and_values(string file, string first, string last)
    {
        var reading = Read(file);
        var lead = LeadProjection.Project(reading.LeadEmail()!, reading.Facts);
        var values = (await new RuleExtractor().ExtractAsync(reading.Document!, FieldCatalog.Default, default)).Values;

        Assert.Equal((first, last), (lead.FirstName, lead.LastName));
        Assert.Equal((first, last.Length > 0 ? last : "pat.doe"), (Sent(LeadFields.FirstName), Sent(LeadFields.LastName)));
        Assert.Equal((first, last), (values[LeadFields.FirstName].Text, values[LeadFields.LastName].Text));

        string Sent(LeadField field) => LeadPatch.Of(lead, FieldCatalog.Default).Fields.Single(sent => sent.Field == field).Value;
    }

    [Fact]
    public async Task Company_that_is_answered_with_nothing_is_none_and_is_not_inferred()
    {
        var reading = Read("c20_company_na");
        var result = await new RuleExtractor().ExtractAsync(reading.Document!, FieldCatalog.Default, default);

        Assert.False(result.Values[LeadFields.CompanyName].IsKnown);
        Assert.Equal("corp-c20.example", result.Values[LeadFields.CompanyWebsite].Text);
        Assert.Contains("company_name: dropped, the form says that there is none", result.Issues);
        Assert.Equal("", BookingAnswers.Company(LeadProjection.Project(reading.LeadEmail()!, reading.Facts).Booking));
    }

    [Theory]
    [InlineData("Pat Doe <Pat.Doe@mailbox-c06.example>")]
    [InlineData("mailto:pat.doe@mailbox-c06.example")]
    [InlineData("pat.doe@mailbox-c06.example,")]
    public void Address_is_read_as_mail_programs_and_relays_write_it(string written)
    {
        var body = JsonNode.Parse(Fixtures.Bytes("field/c06_email_as_name"))!;
        body["payload"]!["email"] = written;
        Assert.Equal("pat.doe@mailbox-c06.example", Read(Encoding.UTF8.GetBytes(body.ToJsonString())).LeadEmail());
    }

    [Theory]
    [InlineData("OUTBOUND_CALL")]
    [InlineData("Outbound_Call")]
    public void Type_of_a_location_counts_in_any_case(string type)
    {
        var body = JsonNode.Parse(Fixtures.Bytes("field/c01_outbound_call"))!;
        body["payload"]!["scheduled_event"]!["location"]!["type"] = type;
        var reading = Read(Encoding.UTF8.GetBytes(body.ToJsonString()));
        Assert.Equal("+33612345678", BookingAnswers.Phone(LeadProjection.Project(reading.LeadEmail()!, reading.Facts).Booking, ""));
    }

    private static WebhookReading Read(string file) => Read(Fixtures.Bytes($"field/{file}"));

    private static WebhookReading Read(byte[] body) =>
        new CalendlySource(new CalendlyOptions()).Read(body, new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero));
}
