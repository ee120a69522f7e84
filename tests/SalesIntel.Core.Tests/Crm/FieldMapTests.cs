using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Snapshots;
using VerifyXunit;

namespace SalesIntel.Core.Tests.Crm;

[UsesVerify]
public sealed class FieldMapTests
{
    private static readonly Lead Ada = new() { Email = "ada@quill.example", FirstName = "Ada", LastName = "Quill" };

    private static readonly Booking Booked = new()
    {
        InviteeId = "A",
        Email = "ada@quill.example",
        InviteeUri = "https://api.calendly.com/scheduled_events/E/invitees/A",
        EventUri = "https://api.calendly.com/scheduled_events/E",
        TimeZone = "Europe/Stockholm",
        Phone = "+46 8 123",
        Answers = [new FormAnswer("Team?", "Nine"), new FormAnswer("* Company name: ", " Quill & Sons ")],
        CreatedAt = Bodies.Base,
        UpdatedAt = Bodies.Base,
    };

    [Fact]
    public Task Whole_lead_fills_every_field_that_is_named()
    {
        var text = Some.Values((LeadFields.CompanyName, "Quill Ltd"), (LeadFields.CompanyWebsite, "https://quill.example"), (LeadFields.CompanyType, "Agency"), (LeadFields.CompanyDescription, "Prints."), (LeadFields.Industry, "Print"), (LeadFields.TeamSize, "9"), (LeadFields.Country, "Sweden"), (LeadFields.StateOrRegion, "Skåne"), (LeadFields.City, "Lund"), (LeadFields.Phone, "+46 1"), (LeadFields.ReferredBy, "Bo"), (LeadFields.ToolsInUse, "Paper"), (LeadFields.PainPoints, "Slow"), (LeadFields.DemoObjectives, "See it"), (LeadFields.BudgetSignal, "b"), (LeadFields.AuthoritySignal, "a"), (LeadFields.NeedSignal, "n"), (LeadFields.TimingSignal, "t"), (LeadFields.QualificationGaps, "g"), (LeadFields.DiscoveryQuestions, "q"), (LeadFields.DemoFocus, "f"), (LeadFields.CheatSheet, "c"));
        foreach (var element in QualificationFrameworks.Meddic.Elements)
        {
            text = text.With(QualificationFrameworks.Meddic.FieldOf(element), Some.Claimed("said", ClaimSupport.Supported));
        }

        text = text.With(QualificationFrameworks.Meddic.Confidence, FieldValue.Of("Hot"))
            .With(LeadFields.CompanyWebsite, FieldValue.Of("https://quill.example", "the address"));

        var fields = Map().Map(Ada with
        {
            Booking = Booked, DemoAt = Bodies.Base.AddHours(48).ToOffset(TimeSpan.FromHours(2)), Status = LeadStatus.DemoBooked,
            Values = text,
        });

        Assert.All(CustomFields.All, variable => Assert.True(fields.Values.ContainsKey(variable["ZCF_".Length..]), variable));
        return Verifier.Verify(SnapshotJson.Of(fields.Values), "json");
    }

    [Fact]
    public void Lead_of_which_only_the_address_is_known_has_a_last_name_and_no_empty_field()
    {
        var values = Map().Map(new Lead { Email = "ada.quill@quill.example" }).Values;

        Assert.Equal("""{"Email":"ada.quill@quill.example","Last_Name":"ada.quill"}""", values.ToJsonString());
    }

    [Fact]
    public void Field_without_a_name_is_not_written()
    {
        var options = new FieldMapOptions { StatusField = "" };
        options.Custom[CustomFields.DemoTimeZone] = "";

        var fields = new FieldMap(options).Map(Ada with { Booking = Booked, Status = LeadStatus.DemoBooked, DemoAt = Bodies.Base });

        Assert.DoesNotContain("", fields.Values.Select(field => field.Key));
        Assert.DoesNotContain(fields.Values, field => field.Value?.ToString() is "Europe/Stockholm" or "Demo Booked");
        Assert.DoesNotContain("", fields.Clearable);
    }

    [Theory]
    [InlineData(LeadStatus.DemoBooked, "Booked!")]
    [InlineData(LeadStatus.DemoComplete, "Done")]
    [InlineData(LeadStatus.DemoCanceled, "Off")]
    [InlineData(LeadStatus.DemoNoShow, "Missing")]
    [InlineData(null, "")]
    public void Status_has_the_name_that_is_configured(LeadStatus? status, string expected)
    {
        var map = new FieldMap(new FieldMapOptions
        {
            StatusField = "Stage", DemoBooked = "Booked!", DemoComplete = "Done", DemoCanceled = "Off", DemoNoShow = "Missing",
        });

        Assert.Equal(expected, map.StatusName(status));
        Assert.Equal(expected, (string?)map.Map(Ada with { Status = status }).Values["Stage"] ?? "");
    }

    [Theory]
    [InlineData(ClaimSupport.Supported, true)]
    [InlineData(ClaimSupport.Unchecked, true)]
    [InlineData(ClaimSupport.Unsupported, false)]
    public void Element_of_MEDDIC_that_the_transcript_does_not_bear_out_goes_into_no_field(ClaimSupport support, bool written)
    {
        var values = LeadValues.Empty.With(Some.Meddic("champion"), Some.Claimed("Bo", support));

        Assert.Equal(written, Map().Map(Ada with { Values = values }).Values.ContainsKey("MEDDIC_CHAMPION"));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("about 12", null)]
    [InlineData("10-20", null)]
    [InlineData("99999999999", null)]
    [InlineData("", null)]
    public void Number_of_employees_is_a_number_or_nothing(string team, int? expected)
    {
        var fields = Map().Map(Ada with { Values = Some.Values((LeadFields.TeamSize, team)) });

        Assert.Equal(expected, (int?)fields.Values["No_of_Employees"]);
        Assert.Contains("No_of_Employees", fields.Yielding);
    }

    [Fact]
    public void Company_is_the_intels_else_the_bookings_own_answer()
    {
        var booked = Ada with { Booking = Booked };

        Assert.Equal("Quill & Sons", (string?)Map().Map(booked).Values["Company"]);
        Assert.Equal("Quill Ltd", (string?)Map().Map(booked with { Values = Some.Values((LeadFields.CompanyName, "Quill Ltd")) }).Values["Company"]);
        Assert.False(Map().Map(booked with { Booking = Booked with { Answers = [new FormAnswer("Company size", "9")] } }).Values.ContainsKey("Company"));
    }

    [Fact]
    public void Phone_and_names_are_the_bookings_else_the_intels()
    {
        var intel = Some.Values((LeadFields.FirstName, "Eda"), (LeadFields.LastName, "Squill"), (LeadFields.Phone, "+46 1"));
        var named = Map().Map(Ada with { Booking = Booked, Values = intel }).Values;
        var unnamed = Map().Map(new Lead { Email = "x@quill.example", Booking = Booked with { Phone = "" }, Values = intel }).Values;

        Assert.Equal(("Ada", "Quill", "+46 8 123"), ((string?)named["First_Name"], (string?)named["Last_Name"], (string?)named["Phone"]));
        Assert.Equal(("Eda", "Squill", "+46 1"), ((string?)unnamed["First_Name"], (string?)unnamed["Last_Name"], (string?)unnamed["Phone"]));
    }

    [Fact]
    public void Time_of_a_booking_overrides_a_persons_and_a_meetings_yields()
    {
        var booked = Map().Map(Ada with { Booking = Booked, DemoAt = Bodies.Base });
        var met = Map().Map(Ada with { DemoAt = Bodies.Base, DemoAtFromMeeting = true });

        Assert.Equal("2026-11-01T08:00:00+00:00", (string?)booked.Values["DEMO_DATETIME"]);
        Assert.Equal((false, true), (booked.Yielding.Contains("DEMO_DATETIME"), met.Yielding.Contains("DEMO_DATETIME")));
    }

    [Fact]
    public void What_a_person_may_know_better_yields_and_our_own_fields_do_not()
    {
        var yielding = Map().Map(Ada with { Booking = Booked }).Yielding;

        Assert.Equal(
            ["City", "Company", "Country", "First_Name", "Industry", "Last_Name", "Lead_Source", "No_of_Employees", "Phone", "State", "Website"],
            yielding.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_CRM_insists_on_is_never_cleared_and_everything_else_that_is_mapped_may_be()
    {
        var clearable = Map().Map(Ada).Clearable;

        Assert.DoesNotContain(clearable, field => field is "Email" or "Last_Name" or "Company");
        Assert.Superset(
            new HashSet<string>(CustomFields.All.Select(variable => variable["ZCF_".Length..])) { "Lead_Status", "Phone", "City", "No_of_Employees" },
            clearable.ToHashSet());
    }

    private static FieldMap Map()
    {
        var options = new FieldMapOptions();
        foreach (var variable in CustomFields.All)
        {
            options.Custom[variable] = variable["ZCF_".Length..];
        }

        return new FieldMap(options);
    }
}
