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

    private static WebhookReading Read(string file) =>
        new CalendlySource(new CalendlyOptions()).Read(Fixtures.Bytes($"field/{file}"), new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero));
}
