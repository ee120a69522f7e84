using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Snapshots;
using VerifyXunit;

namespace SalesIntel.Core.Tests.Crm;

[UsesVerify]
public sealed class FieldMapTests
{
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
        CreatedAt = Bodies.Base,
        UpdatedAt = Bodies.Base,
    };

    [Fact]
    public Task Whole_lead_fills_every_field_that_is_named()
    {
        var text = new LeadIntel
        {
            CompanyName = "Quill Ltd", CompanyWebsite = "https://quill.example (inferred from the address)", CompanyType = "Agency",
            CompanyDescription = "Prints.", Industry = "Print", TeamSize = "9", Country = "Sweden", StateOrRegion = "Skåne", City = "Lund",
            Phone = "+46 1", ReferredBy = "Bo", ToolsInUse = "Paper", StatedPainPoints = "Slow", StatedDemoObjectives = "See it",
            BantBudgetSignal = "b", BantAuthoritySignal = "a", BantNeedSignal = "n", BantTimingSignal = "t", QualificationGaps = "g",
            RecommendedDiscoveryQuestions = "q", DemoFocusRecommendations = "f", SalesRepCheatSheet = "c",
        };
        var element = new MeddicElement { Value = "said", Grounding = Grounding.Confirmed };
        var meddic = new MeddicAssessment
        {
            Metrics = element, EconomicBuyer = element, DecisionCriteria = element, DecisionProcess = element,
            IdentifiedPain = element, Champion = element, Competition = element, Confidence = "Hot",
        };

        var fields = Map().Map(Known with
        {
            Booking = Booked, DemoAt = Bodies.Base.AddHours(48).ToOffset(TimeSpan.FromHours(2)), Status = LeadStatus.DemoBooked,
            Intel = text, Meddic = meddic,
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

        var fields = new FieldMap(options).Map(Known with { Booking = Booked, Status = LeadStatus.DemoBooked, DemoAt = Bodies.Base });

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
        Assert.Equal(expected, (string?)map.Map(Known with { Status = status }).Values["Stage"] ?? "");
    }

    [Theory]
    [InlineData(Grounding.Confirmed, true)]
    [InlineData(Grounding.None, true)]
    [InlineData(Grounding.Unconfirmed, false)]
    public void Element_of_MEDDIC_that_the_transcript_does_not_bear_out_goes_into_no_field(Grounding grounding, bool written)
    {
        var meddic = new MeddicAssessment { Champion = new MeddicElement { Value = "Bo", Grounding = grounding } };

        Assert.Equal(written, Map().Map(Known with { Meddic = meddic }).Values.ContainsKey("MEDDIC_CHAMPION"));
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData("about 12", null)]
    [InlineData("10-20", null)]
    [InlineData("99999999999", null)]
    [InlineData("", null)]
    public void Number_of_employees_is_a_number_or_nothing(string team, int? expected)
    {
        var fields = Map().Map(Known with { Intel = new LeadIntel { TeamSize = team } });

        Assert.Equal(expected, (int?)fields.Values["No_of_Employees"]);
        Assert.Contains("No_of_Employees", fields.Yielding);
    }

    [Fact]
    public void Company_is_the_intels_else_the_bookings_own_answer()
    {
        var booked = Known with { Booking = Booked };

        Assert.Equal("Quill & Sons", (string?)Map().Map(booked).Values["Company"]);
        Assert.Equal("Quill Ltd", (string?)Map().Map(booked with { Intel = new LeadIntel { CompanyName = "Quill Ltd" } }).Values["Company"]);
        Assert.False(Map().Map(booked with { Booking = Booked with { Answers = [new FormAnswer("Company size", "9")] } }).Values.ContainsKey("Company"));
    }

    [Fact]
    public void Phone_and_names_are_the_bookings_else_the_intels()
    {
        var intel = new LeadIntel { FirstName = "Eda", LastName = "Squill", Phone = "+46 1" };
        var named = Map().Map(Known with { Booking = Booked, Intel = intel }).Values;
        var unnamed = Map().Map(new Lead { Email = "x@quill.example", Booking = Booked with { Phone = "" }, Intel = intel }).Values;

        Assert.Equal(("Ada", "Quill", "+46 8 123"), ((string?)named["First_Name"], (string?)named["Last_Name"], (string?)named["Phone"]));
        Assert.Equal(("Eda", "Squill", "+46 1"), ((string?)unnamed["First_Name"], (string?)unnamed["Last_Name"], (string?)unnamed["Phone"]));
    }

    [Fact]
    public void Time_of_a_booking_overrides_a_persons_and_a_meetings_yields()
    {
        var booked = Map().Map(Known with { Booking = Booked, DemoAt = Bodies.Base });
        var met = Map().Map(Known with { DemoAt = Bodies.Base, DemoAtFromMeeting = true });

        Assert.Equal("2026-11-01T08:00:00+00:00", (string?)booked.Values["DEMO_DATETIME"]);
        Assert.Equal((false, true), (booked.Yielding.Contains("DEMO_DATETIME"), met.Yielding.Contains("DEMO_DATETIME")));
    }

    [Fact]
    public void What_a_person_may_know_better_yields_and_our_own_fields_do_not()
    {
        var yielding = Map().Map(Known with { Booking = Booked }).Yielding;

        Assert.Equal(
            ["City", "Company", "Country", "First_Name", "Industry", "Last_Name", "Lead_Source", "No_of_Employees", "Phone", "State", "Website"],
            yielding.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_the_CRM_insists_on_is_never_cleared_and_everything_else_that_is_mapped_may_be()
    {
        var clearable = Map().Map(Known).Clearable;

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
