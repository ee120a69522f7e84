using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using VerifyXunit;

namespace SalesIntel.Zoho.Tests.Mapping;

/// <summary>Our fields as Zoho gets them, without any call.</summary>
public sealed class ZohoMappingTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lead Known = new() { Email = "ada@quill.example", FirstName = "Ada", LastName = "Quill" };

    private static readonly Booking Booked = new()
    {
        InviteeId = "A",
        Email = "ada@quill.example",
        InviteeUri = "https://api.calendly.com/scheduled_events/E/invitees/A",
        EventUri = "https://api.calendly.com/scheduled_events/E",
        TimeZone = "Europe/Stockholm",
        Phone = "+46 8 123",
        Answers = [new FormAnswer("Team?", "Nine"), new FormAnswer("* Company name: ", " Quill & Sons ")],
        CreatedAt = Day,
        UpdatedAt = Day,
    };

    [Fact]
    public void What_is_missing_is_named()
    {
        var mapping = new ZohoMapping(new ZohoFieldOptions());

        Assert.Throws<ArgumentNullException>("patch", () => mapping.Map((LeadPatch)null!));
        Assert.Throws<ArgumentNullException>("field", () => mapping.Map((PatchField)null!));
    }

    [Fact]
    public Task Whole_lead_fills_every_field_that_is_named()
    {
        var values = Values(
            (LeadFields.CompanyName, "Quill Ltd"), (LeadFields.CompanyType, "Agency"), (LeadFields.CompanyDescription, "Prints."),
            (LeadFields.Industry, "Print"), (LeadFields.TeamSize, "9"), (LeadFields.Country, "Sweden"), (LeadFields.StateOrRegion, "Skåne"),
            (LeadFields.City, "Lund"), (LeadFields.Phone, "+46 1"), (LeadFields.ReferredBy, "Bo"), (LeadFields.ToolsInUse, "Paper"),
            (LeadFields.PainPoints, "Slow"), (LeadFields.DemoObjectives, "See it"), (LeadFields.BudgetSignal, "b"),
            (LeadFields.AuthoritySignal, "a"), (LeadFields.NeedSignal, "n"), (LeadFields.TimingSignal, "t"), (LeadFields.QualificationGaps, "g"),
            (LeadFields.DiscoveryQuestions, "q"), (LeadFields.DemoFocus, "f"), (LeadFields.CheatSheet, "c"))
            .With(LeadFields.CompanyWebsite, FieldValue.Of("https://quill.example", "the address"))
            .With(QualificationFrameworks.Meddic.Confidence, FieldValue.Of("Hot"));
        values = QualificationFrameworks.Meddic.Elements.Aggregate(
            values, (all, element) => all.With(QualificationFrameworks.Meddic.FieldOf(element), FieldValue.Of("said")));
        var options = Named(FieldCatalog.Default);
        foreach (var unnamed in (LeadField[])[LeadFields.AdditionalNotes, LeadFields.DemoDateTimeUtc, LeadFields.DemoDateTimeLocal, .. MeetingFields.All])
        {
            options.Names.Remove(ZohoFieldNames.VariableOf(unnamed));
        }

        var record = new ZohoMapping(options).Map(LeadPatch.Of(
            Known with
            {
                Booking = Booked, DemoAt = Day.AddHours(48).ToOffset(TimeSpan.FromHours(2)), Status = LeadStatus.DemoBooked, Values = values,
            },
            FieldCatalog.Default));

        Assert.All(record, field => Assert.True(field.Value is not null, field.Key));
        return Verifier.Verify(record.ToJsonString(Readable), "json");
    }

    [Fact]
    public void Field_that_is_not_named_has_no_place_and_an_empty_name_takes_a_standard_field_its_place()
    {
        var options = new ZohoFieldOptions { StatusField = "" };
        options.Names["ZCF_DEMO_TIMEZONE"] = "";
        options.Names["phone"] = "";
        var mapping = new ZohoMapping(options);

        Assert.All(
            (LeadField[])[DemoFields.Status, DemoFields.TimeZone, DemoFields.DemoTime, LeadFields.Phone, new LeadField("review_volume")],
            field => Assert.Null(mapping.Map(new PatchField(field, "x", field.Policy))));
        Assert.Equal(new CrmValue("City", null), mapping.Map(new PatchField(LeadFields.City, "", WritePolicy.Own)));
    }

    [Theory]
    [InlineData("review_volume")]
    [InlineData("ZCF_REVIEW_VOLUME")]
    [InlineData("zcf_review_volume")]
    public void Field_of_ones_own_is_named_by_itself_or_by_its_variable(string key)
    {
        var options = new ZohoFieldOptions();
        options.Names[key] = "Reviews_a_Month";

        var value = new ZohoMapping(options).Map(new PatchField(new LeadField("review_volume") { Kind = FieldKind.Number }, "300", WritePolicy.Own))!;

        Assert.Equal(("Reviews_a_Month", "300"), (value.Name, value.Value!.ToJsonString()));
    }

    [Fact]
    public void Standard_field_can_be_given_another_name()
    {
        var options = new ZohoFieldOptions();
        options.Names["phone"] = "Mobile";

        Assert.Equal("Mobile", new ZohoMapping(options).Map(new PatchField(LeadFields.Phone, "+46 8 123", WritePolicy.Own))!.Name);
    }

    [Theory]
    [InlineData(LeadStatus.DemoBooked, "Booked!")]
    [InlineData(LeadStatus.DemoComplete, "Done")]
    [InlineData(LeadStatus.DemoCanceled, "Off")]
    [InlineData(LeadStatus.DemoNoShow, null)]
    [InlineData(null, null)]
    public void Status_has_the_text_that_is_configured(LeadStatus? status, string? expected)
    {
        var mapping = new ZohoMapping(new ZohoFieldOptions
        {
            StatusField = "Stage", DemoBooked = "Booked!", DemoComplete = "Done", DemoCanceled = "Off", DemoNoShow = "",
        });

        var record = mapping.Map(LeadPatch.Of(Known with { Status = status }, FieldCatalog.Default));

        Assert.True(record.ContainsKey("Stage"));
        Assert.Equal(expected, (string?)record["Stage"]);
    }

    [Theory]
    [InlineData(FieldKind.Number, "12", "12")]
    [InlineData(FieldKind.Number, "about 12", "\"about 12\"")]
    [InlineData(FieldKind.Number, "99999999999", "\"99999999999\"")]
    [InlineData(FieldKind.DateTime, "2026-11-19T16:30:00Z", "\"2026-11-19T16:30:00+00:00\"")]
    [InlineData(FieldKind.DateTime, "in spring", "\"in spring\"")]
    [InlineData(FieldKind.Text, "2026-11-19T16:30:00Z", "\"2026-11-19T16:30:00Z\"")]
    [InlineData(FieldKind.Lines, "a\nb", "\"a\\nb\"")]
    public void Value_has_the_form_of_its_kind(FieldKind kind, string value, string expected)
    {
        var options = new ZohoFieldOptions();
        options.Names["own"] = "Own";

        Assert.Equal(
            expected,
            new ZohoMapping(options).Map(new PatchField(new LeadField("own") { Kind = kind }, value, WritePolicy.Own))!.Value!.ToJsonString(
                new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("\"2026-11-01T08:00:00+00:00\"", "\"2026-11-01T13:30:00+05:30\"", true)]
    [InlineData("\"2026-11-01T08:00:00+00:00\"", "\"2026-11-01T08:00:00+05:30\"", false)]
    [InlineData("9", "\"9\"", true)]
    [InlineData("9", "10", false)]
    [InlineData("\"Lund\"", "\"Lund\"", true)]
    [InlineData("null", "\"\"", false)]
    [InlineData("null", "null", true)]
    public void Values_are_the_same_in_another_time_zone_and_as_text(string left, string right, bool expected) =>
        Assert.Equal(expected, new ZohoMapping(new ZohoFieldOptions()).IsSame("x", JsonNode.Parse(left), JsonNode.Parse(right)));

    private static ZohoFieldOptions Named(FieldCatalog catalog)
    {
        var options = new ZohoFieldOptions();
        foreach (var variable in ZohoFieldNames.CustomFieldsOf(catalog).Select(ZohoFieldNames.VariableOf))
        {
            options.Names[variable] = variable["ZCF_".Length..];
        }

        return options;
    }

    private static LeadValues Values(params (LeadField Field, string Text)[] values) =>
        LeadValues.Of(values.Select(value => KeyValuePair.Create(value.Field.Name, FieldValue.Of(value.Text))));
}
