using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using SalesIntel.Snapshots;
using VerifyXunit;

namespace SalesIntel.Core.Tests.Crm;

/// <summary>What a lead should be in a CRM, in our own words.</summary>
public sealed class LeadPatchTests
{
    private static readonly Lead Known = new() { Email = "ada@quill.example", FirstName = "Ada", LastName = "Quill" };

    private static readonly Booking Booked = new()
    {
        InviteeId = "A",
        Email = "ada@quill.example",
        InviteeUri = "https://api.calendly.com/scheduled_events/E/invitees/A",
        EventUri = "https://api.calendly.com/scheduled_events/E",
        TimeZone = "Europe/Stockholm",
        Phone = "+46 8 123 456 78",
        Answers = [new FormAnswer("Team?", "Nine"), new FormAnswer("* Company name: ", " Quill & Sons ")],
        CreatedAt = Bodies.Base,
        UpdatedAt = Bodies.Base,
    };

    [Fact]
    public Task Whole_lead_fills_every_field_of_the_catalogue()
    {
        var values = LeadValues.Of(FieldCatalog.Default.All.Select(field => KeyValuePair.Create(field.Name, FieldValue.Of($"the {field.Name}"))))
            .With(LeadFields.TeamSize, FieldValue.Of("9"))
            .With(LeadFields.Country, FieldValue.Of("Sweden", inferredFrom: "the time zone"));

        var patch = LeadPatch.Of(
            Known with
            {
                Booking = Booked, DemoAt = Bodies.Base.AddHours(48).ToOffset(TimeSpan.FromHours(2)), Status = LeadStatus.DemoBooked, Values = values,
            },
            FieldCatalog.Default);

        Assert.Equal("ada@quill.example", patch.Email);
        Assert.Equal(FieldCatalog.Default.All, patch.Fields.Select(field => field.Field));
        Assert.All(patch.Fields, field => Assert.True(field.Value.Length > 0, field.Field.Name));
        return Verifier.Verify(SnapshotJson.Of(patch.Fields.ToDictionary(field => field.Field.Name, field => $"{field.Policy}: {field.Value}")), "json");
    }

    [Fact]
    public void Lead_of_which_only_the_address_is_known_has_a_last_name_and_the_other_fields_are_empty() => Assert.Equal(
        ["email=ada.quill@quill.example", "last_name=ada.quill"],
        LeadPatch.Of(new Lead { Email = "ada.quill@quill.example" }, FieldCatalog.Default).Fields
            .Where(field => field.Value.Length > 0).Select(field => $"{field.Field}={field.Value}"));

    [Fact]
    public void Field_of_a_consumer_is_in_the_patch_where_the_catalogue_has_it_and_a_field_that_it_lacks_is_not()
    {
        var reviews = new LeadField("review_volume") { Policy = WritePolicy.FillIfEmpty };
        var catalog = new FieldCatalog([LeadFields.City, reviews], QualificationFrameworks.Bant);

        var patch = LeadPatch.Of(
            Known with { Values = Some.Values((reviews, "300"), (LeadFields.City, "Lund"), (LeadFields.Industry, "Print")) }, catalog);

        Assert.Equal(catalog.All, patch.Fields.Select(field => field.Field));
        Assert.Equal(new PatchField(reviews, "300", WritePolicy.FillIfEmpty), patch.Fields.Single(field => field.Field == reviews));
        Assert.DoesNotContain(patch.Fields, field => field.Value == "Print");
    }

    [Theory]
    [InlineData(ClaimSupport.Supported, true)]
    [InlineData(ClaimSupport.Unchecked, true)]
    [InlineData(ClaimSupport.Unsupported, false)]
    public void Element_that_the_transcript_does_not_bear_out_is_written_to_no_field(ClaimSupport support, bool written) => Assert.Equal(
        written ? "Bo" : "",
        Value(Known with { Values = LeadValues.Empty.With(Some.Meddic("champion"), Some.Claimed("Bo", support)) }, Some.Meddic("champion")));

    [Fact]
    public void Ambiguous_value_is_written_to_no_field_and_is_replaced_by_what_else_is_known()
    {
        var values = LeadValues.Empty
            .With(LeadFields.CompanyName, new FieldValue { Text = "Quill or Reed", Status = FieldStatus.Ambiguous })
            .With(LeadFields.Industry, new FieldValue { Text = "Print?", Status = FieldStatus.Ambiguous });
        var lead = Known with { Booking = Booked, Values = values };

        Assert.Equal(("Quill & Sons", ""), (Value(lead, LeadFields.CompanyName), Value(lead, LeadFields.Industry)));
    }

    [Theory]
    [InlineData("12", "12")]
    [InlineData("012", "12")]
    [InlineData("1,200", "1200")]
    [InlineData("1.200", "1200")]
    [InlineData("about 12", "")]
    [InlineData("10-20", "")]
    [InlineData("99999999999", "")]
    [InlineData("-3", "")]
    [InlineData("", "")]
    public void Number_of_employees_is_a_number_or_nothing(string team, string expected) => Assert.Equal(
        expected, Value(Known with { Values = Some.Values((LeadFields.TeamSize, team)) }, DemoFields.EmployeeCount));

    [Theory]
    [InlineData(LeadStatus.DemoBooked, "DemoBooked")]
    [InlineData(LeadStatus.DemoComplete, "DemoComplete")]
    [InlineData(LeadStatus.DemoCanceled, "DemoCanceled")]
    [InlineData(LeadStatus.DemoNoShow, "DemoNoShow")]
    [InlineData(null, "")]
    public void Status_is_one_of_the_fields_choices(LeadStatus? status, string expected)
    {
        Assert.Equal(expected, Value(Known with { Status = status }, DemoFields.Status));
        Assert.True(expected.Length == 0 || DemoFields.Status.Choices.Contains(expected));
    }

    [Fact]
    public void Demo_time_as_text_is_the_current_bookings_and_not_the_one_that_was_read_last()
    {
        var read = Known with { Values = Some.Values((LeadFields.DemoDateTimeUtc, "read"), (LeadFields.DemoDateTimeLocal, "read local")) };
        var booked = read with { Booking = Booked, DemoAt = new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero) };

        Assert.Equal(("read", "read local"), Times(read));
        Assert.Equal(("2026-11-20T10:00:00Z", "2026-11-20 11:00 +01:00 Europe/Stockholm"), Times(booked));
        Assert.Equal(("2026-11-20T10:00:00Z", ""), Times(booked with { Booking = Booked with { TimeZone = "" } }));
        Assert.Equal(("", ""), Times(booked with { DemoAt = null }));

        static (string Utc, string Local) Times(Lead lead) => (Value(lead, LeadFields.DemoDateTimeUtc), Value(lead, LeadFields.DemoDateTimeLocal));
    }

    [Fact]
    public void Company_is_the_intels_else_the_bookings_own_answer()
    {
        var booked = Known with { Booking = Booked };

        Assert.Equal("Quill & Sons", Value(booked, LeadFields.CompanyName));
        Assert.Equal("Quill Ltd", Value(booked with { Values = Some.Values((LeadFields.CompanyName, "Quill Ltd")) }, LeadFields.CompanyName));
        Assert.Equal("", Value(booked with { Booking = Booked with { Answers = [new FormAnswer("Company size", "9")] } }, LeadFields.CompanyName));
    }

    [Fact]
    public void Phone_and_names_are_the_bookings_else_the_intels()
    {
        var intel = Some.Values((LeadFields.FirstName, "Eda"), (LeadFields.LastName, "Squill"), (LeadFields.Phone, "+46 1"));
        var named = Known with { Booking = Booked, Values = intel };
        var unnamed = new Lead { Email = "x@quill.example", Booking = Booked with { Phone = "" }, Values = intel };

        Assert.Equal(("Ada", "Quill", "+46812345678"), Person(named));
        Assert.Equal(("Eda", "Squill", "+46 1"), Person(unnamed));

        static (string First, string Last, string Phone) Person(Lead lead) =>
            (Value(lead, LeadFields.FirstName), Value(lead, LeadFields.LastName), Value(lead, LeadFields.Phone));
    }

    [Theory]
    [InlineData("", "+33612345678")]
    [InlineData("the time zone", "06 12 34 56 78")]
    public void Number_is_read_by_the_country_that_was_stated_and_not_by_one_that_was_inferred(string inferredFrom, string expected)
    {
        var lead = Known with { Values = LeadValues.Empty.With(LeadFields.Country, FieldValue.Of("France", inferredFrom)) };

        Assert.Equal(expected, Value(lead with { Booking = Booked with { Phone = "06 12 34 56 78" } }, LeadFields.Phone));
        Assert.Equal(expected, Value(lead with { Values = lead.Values.With(LeadFields.Phone, FieldValue.Of("06 12 34 56 78")) }, LeadFields.Phone));
    }

    [Theory]
    [InlineData("ada@quill.example", "ada")]
    [InlineData("ada at quill", "ada at quill")]
    public void Last_name_that_nobody_knows_is_what_the_address_begins_with(string email, string expected) =>
        Assert.Equal(expected, Value(new Lead { Email = email }, LeadFields.LastName));

    [Fact]
    public void Lead_and_catalogue_are_needed()
    {
        Assert.Equal("lead", Assert.Throws<ArgumentNullException>(() => LeadPatch.Of(null!, FieldCatalog.Default)).ParamName);
        Assert.Equal("catalog", Assert.Throws<ArgumentNullException>(() => LeadPatch.Of(Known, null!)).ParamName);
    }

    [Fact]
    public void Lead_source_is_the_bookings_else_what_a_source_has_stated()
    {
        var stated = Known with { Values = Some.Values((DemoFields.LeadSource, "Contact form")) };

        Assert.Equal("", Value(Known, DemoFields.LeadSource));
        Assert.Equal("Contact form", Value(stated, DemoFields.LeadSource));
        Assert.Equal("Calendly", Value(stated with { Booking = Booked }, DemoFields.LeadSource));
    }

    [Theory]
    [InlineData(true, WritePolicy.Own)]
    [InlineData(false, WritePolicy.PreserveUserEdits)]
    public void Time_of_a_booking_overrides_a_persons_and_a_meetings_does_not(bool booked, WritePolicy expected)
    {
        var lead = Known with { Booking = booked ? Booked : null, DemoAt = Bodies.Base.AddTicks(7), DemoAtFromMeeting = !booked };

        var time = LeadPatch.Of(lead, FieldCatalog.Default).Fields.Single(field => field.Field == DemoFields.DemoTime);
        Assert.Equal(("2026-11-01T08:00:00Z", expected), (time.Value, time.Policy));
    }

    [Fact]
    public void What_a_person_may_know_better_is_preserved_and_our_own_fields_are_not() => Assert.Equal(
        [
            "calendly_event_uri", "calendly_invitee_uri", "calendly_qa", "demo_datetime", "demo_datetime_local", "demo_datetime_utc", "demo_timezone",
            "email", "lead_intel", "lead_status",
        ],
        LeadPatch.Of(Known with { Booking = Booked }, FieldCatalog.Default).Fields
            .Where(field => field.Policy != WritePolicy.PreserveUserEdits).Select(field => field.Field.Name).Order(StringComparer.Ordinal));

    private static string Value(Lead lead, LeadField field) =>
        LeadPatch.Of(lead, FieldCatalog.Default).Fields.Single(one => one.Field == field).Value;
}
