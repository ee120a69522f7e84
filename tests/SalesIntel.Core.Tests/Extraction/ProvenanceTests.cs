using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>What a value rests on is worked out from the form and stands beside the value, never in it.</summary>
public class ProvenanceTests
{
    [Theory]
    [InlineData("sunniva@gmail.com", "Gmail", "", "")]
    [InlineData("sunniva@gmail.com", "Google", "", "")]
    [InlineData("sunniva@gmail.com", "Guessed Ltd", "", "")]
    [InlineData("sunniva@gmail.com", "Velvet Press", "Velvet Press", "")]
    [InlineData("sunniva@gmail.com", "Gmail (inferred from the mail domain)", "", "")]
    [InlineData("a@harrowpine.example", "Harrowpine", "Harrowpine", "the mail domain")]
    [InlineData("a@harrowpine.example", "Harrow & Pine (inferred)", "Harrow & Pine", "the mail domain")]
    [InlineData("a@harrowpine.example", "Velvet Press", "Velvet Press", "")]
    [InlineData("a@harrowpine.example", "Velvet Press (inferred from the mail domain)", "Velvet Press", "")]
    [InlineData("a@harrowpine.example", "Northwind (inferred from the mail domain)", "Harrowpine", "the mail domain")]
    [InlineData("a@harrowpine.example", "", "Harrowpine", "the mail domain")]
    public async Task Company_is_stated_or_inferred_and_never_the_mail_provider(string email, string company, string expected, string from)
    {
        var booking = Fixtures.BookingWith(email, ("Who are you?", "I work at Velvet Press, a printer."));
        var result = await ReadAsync(LeadFields.CompanyName, company, booking);
        Assert.Equal((expected, from), (result.Values[LeadFields.CompanyName].Text, result.Values[LeadFields.CompanyName].InferredFrom));
        Assert.Equal(
            expected.Length == 0 ? ["company_name: dropped, it is not stated and a free-mail domain names no company"]
                : company.StartsWith("Northwind", StringComparison.Ordinal) ? ["company_name: in no answer, unconfirmed: 1 of 1 value"]
                : [],
            result.Issues);
    }

    [Theory]
    [InlineData("sunniva@gmail.com", "gmail.com", "", "")]
    [InlineData("a@harrowpine.example", "harrowpine.example", "harrowpine.example", "the mail domain")]
    [InlineData("a@harrowpine.example", "https://www.harrowpine.example (inferred)", "https://www.harrowpine.example", "the mail domain")]
    [InlineData("a@harrowpine.example", "velvet.example", "velvet.example", "")]
    [InlineData("a@harrowpine.example", "javascript:alert(1)", "harrowpine.example", "the mail domain")]
    [InlineData("a@harrowpine.example", "other.example", "harrowpine.example", "the mail domain")]
    [InlineData("sunniva@gmail.com", "javascript:alert(1)", "", "")]
    [InlineData("sunniva@gmail.com", "-", "", "")]
    public async Task Website_is_stated_or_the_companys_own_domain(string email, string website, string expected, string from)
    {
        var booking = Fixtures.BookingWith(email, ("Who are you?", "I work at Velvet, see velvet.example."));
        var value = (await ReadAsync(LeadFields.CompanyWebsite, website, booking)).Values[LeadFields.CompanyWebsite];
        Assert.Equal((expected, from), (value.Text, value.InferredFrom));
    }

    [Theory]
    [InlineData("Germany", "Germany", "the time zone")]
    [InlineData("Germany (inferred from the mail domain)", "Germany", "the time zone")]
    [InlineData("Austria (inferred from the time zone)", "Germany", "the time zone")]
    [InlineData("Norway", "Norway", "")]
    [InlineData("Norway (inferred from the time zone)", "Norway", "")]
    [InlineData("?", "Germany", "the time zone")]
    public async Task Country_is_stated_or_follows_from_the_time_zone(string country, string expected, string from)
    {
        var result = await ReadAsync(LeadFields.Country, country, Fixtures.BookingWith("a@b.example", ("Where do you sell?", "In Norway")));
        Assert.Equal((expected, from), (result.Values[LeadFields.Country].Text, result.Values[LeadFields.Country].InferredFrom));
    }

    [Theory]
    [InlineData("America/New_York", "country", "USA", "the time zone")]
    [InlineData("America/New_York", "country", "United States of America", "the time zone")]
    [InlineData("America/New_York", "country", "US", "the time zone")]
    [InlineData("Europe/London", "country", "UK", "the time zone")]
    [InlineData("Etc/UTC", "country", "Canada", null)]
    [InlineData("America/New_York", "city", "New York", "the time zone")]
    [InlineData("America/New_York", "city", "Boston", null)]
    [InlineData("", "city", "Boston", null)]
    [InlineData("America/New_York", "state_or_region", "New York", null)]
    public async Task Place_that_is_not_stated_follows_from_the_time_zone_or_is_unconfirmed(string zone, string field, string place, string? from)
    {
        var booking = Fixtures.BookingWith("a@b.example") with { TimeZone = zone };
        var result = await ReadAsync(FieldCatalog.Default.Find(field)!, place, booking);
        var value = result.Values[field];
        Assert.Equal((from is null ? "" : place, from ?? ""), (value.Text, value.InferredFrom));
        Assert.Equal(from is not null, value.IsWritable);
        Assert.Equal(from is null ? [place] : [], value.Claims.Select(claim => claim.Text));
    }

    [Theory]
    [InlineData("Company", "N/A", "company_name", "Harrowpine")]
    [InlineData("Votre société", "aucune", "company_name", "Harrowpine")]
    [InlineData("Website", "-", "company_website", "harrowpine.example")]
    [InlineData("Country", "keine Angabe", "country", "Germany")]
    public async Task Answer_that_there_is_none_is_not_overruled_by_an_inference(
        string question, string answer, string field, string inferred)
    {
        var booking = Fixtures.BookingWith("a@harrowpine.example", (question, answer), ("Favourite colour", "n/a"));
        var result = await ReadAsync(FieldCatalog.Default.Find(field)!, inferred, booking);
        Assert.Equal(FieldValue.Absent, result.Values[field]);
        Assert.Equal([$"{field}: dropped, the form says that there is none"], result.Issues);

        var byRules = (await new RuleExtractor().ExtractAsync(new BookingDocument(booking), FieldCatalog.Default, default)).Values;
        Assert.Equal(FieldValue.Absent, byRules[field]);
        Assert.Equal(FieldValue.Absent, byRules[LeadFields.AdditionalNotes]);
    }

    [Theory]
    [InlineData("city")]
    [InlineData("company_name")]
    [InlineData("company_website")]
    [InlineData("country")]
    [InlineData("state_or_region")]
    [InlineData("industry")]
    public async Task Value_without_a_letter_or_digit_is_nothing_wherever_it_stands(string name)
    {
        foreach (var nothing in (string[])["-", "?", "—", "...", "(-)", "-\n-"])
        {
            var result = await ReadAsync(FieldCatalog.Default.Find(name)!, nothing, Fixtures.BookingWith("a@gmail.com") with { TimeZone = "" });
            Assert.Equal(FieldValue.Absent, result.Values[name]);
        }
    }

    [Fact]
    public async Task Value_that_an_answer_holds_has_the_answers_words_as_evidence()
    {
        var booking = Fixtures.BookingWith("a@b.example", ("Team?", "We are nine.\nAll of us work at VELVET press, a printer."));
        var value = (await ReadAsync(LeadFields.CompanyName, "Velvet Press", booking)).Values[LeadFields.CompanyName];
        Assert.Equal(
            new Claim { Question = "Team?", Quote = "All of us work at VELVET press, a printer.", Support = ClaimSupport.Supported },
            Assert.Single(value.Claims));
    }

    [Fact]
    public async Task Lines_have_evidence_each_and_a_line_that_no_answer_has_is_unconfirmed()
    {
        var booking = Fixtures.BookingWith("a@b.example", ("Pain?", "Reprints, and late labels."), ("Else?", "Lost files"));
        var value = (await ReadAsync(LeadFields.PainPoints, "Reprints\nFiles get lost\nThe printer is on fire", booking)).Values[LeadFields.PainPoints];
        Assert.Equal("Reprints\nFiles get lost", value.Text);
        Assert.Equal(
            [("Reprints", "Pain?", ClaimSupport.Supported), ("Files get lost", "Else?", ClaimSupport.Supported), ("The printer is on fire", "", ClaimSupport.Unsupported)],
            value.Claims.Select(claim => (claim.Text, claim.Question, claim.Support)));
        Assert.True(value.IsWritable);
        Assert.Equal("", value.InferredFrom);
    }

    [Fact]
    public async Task Field_that_a_model_may_infer_needs_words_too_and_advice_needs_none()
    {
        var booking = Fixtures.BookingWith("a@b.example", ("Who are you?", "A printer."));
        Assert.False((await ReadAsync(LeadFields.Industry, "Packaging", booking)).Values[LeadFields.Industry].IsWritable);
        Assert.True((await ReadAsync(LeadFields.Industry, "Printer", booking)).Values[LeadFields.Industry].IsWritable);
        var advice = await ReadAsync(LeadFields.DemoFocus, "A printer.", booking);
        Assert.Equal(FieldValue.Of("A printer."), advice.Values[LeadFields.DemoFocus]);
    }

    [Fact]
    public async Task Form_of_an_own_source_is_read_as_a_booking_is()
    {
        var form = new FormDocument("contact:1", "ada@quill-print.example", Fixtures.BookingWith("a@b.example").CreatedAt)
        {
            TimeZone = "Europe/Stockholm", Name = "Ada Quill", Phone = "+46 40 1", Answers = [new FormAnswer("Company", "Quill")],
        };
        var result = await new ModelExtractor(new ScriptedChatClient(Says(Completions.Of(new FormPrompt(FieldCatalog.Default), completion =>
        {
            completion["company_name"] = "Quill";
            completion["country"] = "Sweden";
        })))).ExtractAsync(form, FieldCatalog.Default, default);

        Assert.Equal(("Quill", 1), (result.Values[LeadFields.CompanyName].Text, result.Values[LeadFields.CompanyName].Claims.Count));
        Assert.Equal(("Sweden", "the time zone"), (result.Values[LeadFields.Country].Text, result.Values[LeadFields.Country].InferredFrom));
        Assert.Equal("+46 40 1", result.Values[LeadFields.Phone].Text);
        Assert.False(result.Values[LeadFields.DemoDateTimeUtc].IsKnown);
    }

    [Fact]
    public async Task Times_are_the_bookings_own()
    {
        var result = await ReadAsync(LeadFields.City, "-", Fixtures.BookingWith("a@b.example"));
        Assert.Equal("2026-12-01T09:30:00Z", result.Values[LeadFields.DemoDateTimeUtc].Text);
        Assert.Equal("2026-12-01 10:30 +01:00 Europe/Berlin", result.Values[LeadFields.DemoDateTimeLocal].Text);
    }

    private static Task<ExtractionResult> ReadAsync(LeadField field, string text, Booking booking) =>
        new ModelExtractor(new ScriptedChatClient(Says(Completions.Of(new FormPrompt(FieldCatalog.Default), a => a[field.Name] = text))))
            .ExtractAsync(new BookingDocument(booking), FieldCatalog.Default, default);
}
