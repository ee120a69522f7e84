using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Leads;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>Where each part of a booking is taken from, and what stands in for it where a message leaves it out.</summary>
public sealed class BookingPartsTests
{
    private static readonly DateTimeOffset Received = new(2026, 11, 30, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("01", "02", "03", "01", "02")]
    [InlineData(null, "02", "03", "03", "02")]
    [InlineData("01", null, "03", "01", "03")]
    [InlineData(null, null, "03", "03", "03")]
    [InlineData(null, "02", null, "02", "02")]
    [InlineData("01", null, null, "01", "01")]
    [InlineData(null, null, null, "30", "30")]
    public void Times_of_a_booking_stand_in_for_each_other(string? created, string? updated, string? sent, string createdAt, string updatedAt)
    {
        var booking = Booking($$"""{"created_at":{{At(created)}},"updated_at":{{At(updated)}}}""", sent);

        Assert.Equal((createdAt, updatedAt), (Day(booking.CreatedAt), Day(booking.UpdatedAt)));

        static string At(string? day) => day is null ? "null" : $"\"2026-11-{day}T00:00:00Z\"";
    }

    [Theory]
    [InlineData("""{"location":{"join_url":"https://meet.example/1","location":"Room 1"}}""", "https://meet.example/1")]
    [InlineData("""{"location":{"join_url":"","location":" Room  1 "}}""", "Room 1")]
    [InlineData("""{"location":" Room  1 "}""", "Room 1")]
    [InlineData("""{"location":null}""", "")]
    [InlineData("{}", "")]
    public void Place_is_the_link_else_the_address(string scheduled, string expected) =>
        Assert.Equal(expected, Booking($$"""{"scheduled_event":{{scheduled}}}""").Location);

    [Theory]
    [InlineData("+46 8 123 456 78", "outbound_call", "+46 8 999 999 99", "+46 8 123 456 78")]
    [InlineData("", "outbound_call", "+46 8 999 999 99", "+46 8 999 999 99")]
    [InlineData("", "ask_invitee", "+46 8 999 999 99", "+46 8 999 999 99")]
    [InlineData("", "ask_invitee", "At our office", "")]
    [InlineData("", "ask_invitee", "At our office, Zoom 123 456 7890", "")]
    [InlineData("", "outbound_call", "+1 415 555 0132 ext. 4", "+1 415 555 0132 ext. 4")]
    [InlineData("", "outbound_call", "Call me: +1 415 555 0132", "+1 415 555 0132")]
    [InlineData("", "outbound_call", "+٩٧١ ٥٠ ١٢٣ ٤٥٦٧", "+971 50 123 4567")]
    [InlineData("", "outbound_call", "after 6 pm", "")]
    [InlineData("", "physical", "+46 8 999 999 99", "")]
    [InlineData("", "inbound_call", "+46 8 999 999 99", "")]
    public void Number_is_the_reminders_else_the_one_to_be_called(string reminder, string type, string location, string expected) => Assert.Equal(
        expected,
        Booking($$$$"""{"text_reminder_number":"{{{{reminder}}}}","scheduled_event":{"location":{"type":"{{{{type}}}}","location":"{{{{location}}}}"}}}""").Phone);

    [Theory]
    [InlineData("""{"old_invitee":"https://api.calendly.com/scheduled_events/E/invitees/A","new_invitee":"https://api.calendly.com/x/B"}""", null, "B")]
    [InlineData("""{"old_invitee":"https://api.calendly.com/x/C","new_invitee":null}""", "C", null)]
    [InlineData("""{"old_invitee":"","new_invitee":7}""", null, "7")]
    public void Other_half_of_a_reschedule_is_another_booking(string payload, string? old, string? next)
    {
        var booking = Booking(payload);

        Assert.Equal((old, next), (booking.OldInviteeId, booking.NewInviteeId));
    }

    [Fact]
    public void Answers_stand_by_position_and_those_without_one_where_they_came()
    {
        var booking = Booking("""
            {"questions_and_answers":[
              {"question":"Third","answer":"c","position":9},
              {"question":"Second","answer":["x","","y"],"position":"1"},
              {"question":"First","answer":" a ","position":0},
              {"question":"Empty","answer":"  ","position":1},
              {"question":"Broken","answer":"b","position":1.5}]}
            """);

        Assert.Equal(
            [new FormAnswer("First", "a"), new("Second", "x\ny"), new("Broken", "b"), new("Third", "c")], booking.Answers);
    }

    [Theory]
    [InlineData("""[{"text":"Company","value":"Acme"},{"label":"Tools","response":[{"label":"Slack"},"Jira"]}]""", "Company=Acme|Tools=Slack\nJira")]
    [InlineData("""[{"question":"Ready?","answer":true},{"question":"Late?","answer":false},{"question":"Size","answer":{"value":12}},{"question":"None","answer":null},{"question":null,"answer":null,"position":3}]""", "Ready?=Yes|Late?=No|Size=12")]
    [InlineData("""{"Company":"Acme","How many?":12,"Empty":""}""", "Company=Acme|How many?=12")]
    [InlineData("""{"0":{"question":"Company","answer":"Acme"},"1":{"question":"Size","answer":12}}""", "Company=Acme|Size=12")]
    [InlineData("""["Company: Acme","How many? 12","Just text",""]""", "Company=Acme|How many?=12|=Just text")]
    [InlineData("\"Company: Acme\\nHow many? 12\"", "Company=Acme|How many?=12")]
    [InlineData("""{"question":"Company","answer":"Acme"}""", "Company=Acme")]
    [InlineData("""[["Company","Acme"],["Size",12]]""", "Company=Acme|Size=12")]
    [InlineData("""[{"question_text":"Company","answer_text":"Acme"},{"prompt":"Size","reply":"12"}]""", "Company=Acme|Size=12")]
    [InlineData("""[{"q":"Company","a":"Acme"},{"key":"Size","value":"12"}]""", "Company=Acme|Size=12")]
    [InlineData("7", "")]
    public void Answers_are_read_from_whatever_holds_them(string list, string expected) => Assert.Equal(
        expected, string.Join('|', Booking($$"""{"questions_and_answers":{{list}}}""").Answers.Select(answer => $"{answer.Question}={answer.Answer}")));

    [Theory]
    [InlineData("""["Bo Lee <bo@lee.example>","'cy@lee.example'"]""", "bo@lee.example|cy@lee.example")]
    [InlineData("""[{"email":"\"Lee, Bo\" <bo@lee.example>"},{"email":" cy@lee.example "}]""", "bo@lee.example|cy@lee.example")]
    [InlineData("\"Lee, Bo <bo@lee.example>; cy@lee.example\"", "bo@lee.example|cy@lee.example")]
    public void Guests_are_read_from_whatever_names_them(string guests, string expected) =>
        Assert.Equal(expected, string.Join('|', Booking($$$"""{"scheduled_event":{"event_guests":{{{guests}}}}}""").Guests));

    [Fact]
    public void Times_of_the_meeting_may_stand_with_the_invitee() => Assert.Equal(
        (new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 2, 10, 30, 0, TimeSpan.Zero)),
        (Booking("""{"start_time":"2026-03-02T10:00:00Z","end_time":"2026-03-02T10:30:00Z"}""") is var booking ? (booking.Start, booking.End) : default));

    [Fact]
    public void Tracking_is_what_has_a_known_name_and_a_value() => Assert.Equal(
        ["utm_campaign=Fall", "utm_source=ad"],
        Booking("""{"tracking":{"utm_source":" ad ","utm_campaign":"Fall","utm_term":"","salesforce_uuid":"x"}}""").Tracking
            .Select(pair => $"{pair.Key}={pair.Value}").Order());

    [Fact]
    public void Hosts_are_called_by_name_else_by_address_and_guests_are_named_once()
    {
        var booking = Booking("""
            {"scheduled_event":{
              "event_memberships":[{"user_name":"Rep One","user_email":"Rep@Team.example"},{"user_email":"two@team.example"},{"user":"x"}],
              "event_guests":[{"email":"Ben@Quill.example"},{"email":"ben@quill.example"},"cto@quill.example",{"email":"no address"},{}]}}
            """);

        Assert.Equal(["Rep One", "two@team.example"], booking.Hosts);
        Assert.Equal(["rep@team.example", "two@team.example"], booking.HostEmails);
        Assert.Equal(["ben@quill.example", "cto@quill.example"], booking.Guests);
    }

    [Theory]
    [InlineData("""{"event":"https://api.calendly.com/scheduled_events/OLD","scheduled_event":{"uri":"https://api.calendly.com/scheduled_events/E"}}""", "E")]
    [InlineData("""{"event":"https://api.calendly.com/scheduled_events/OLD"}""", "OLD")]
    public void Event_is_the_embedded_one_else_the_one_that_is_named(string payload, string id) =>
        Assert.Equal($"https://api.calendly.com/scheduled_events/{id}", Booking(payload).EventUri);

    [Theory]
    [InlineData("Invitee.Created")]
    [InlineData(" INVITEE.CREATED ")]
    public void Name_of_an_event_has_no_case(string type) =>
        Assert.Equal((WebhookKind.Process, "invitee.created"), (Reading(type, "{}", "04").Kind, Reading(type, "{}", "04").EventType));

    [Theory]
    [InlineData("invitee.created", "01")]
    [InlineData("invitee.canceled", "05")]
    [InlineData("invitee_no_show.created", "06")]
    [InlineData("invitee_no_show.deleted", "04")]
    public void Each_event_happened_when_its_own_part_says(string type, string day) => Assert.Equal(day, Day(Facts(type, Whole, "04")[^1].At));

    [Theory]
    [InlineData("invitee.created", "04")]
    [InlineData("invitee.canceled", "02")]
    [InlineData("invitee_no_show.created", "02")]
    [InlineData("invitee_no_show.deleted", "04")]
    public void Without_its_own_part_the_update_or_the_envelope_says(string type, string day) =>
        Assert.Equal(day, Day(Facts(type, """{"updated_at":"2026-11-02T00:00:00Z"}""", "04")[^1].At));

    [Theory]
    [InlineData("invitee.created", "30")]
    [InlineData("invitee.canceled", "02")]
    [InlineData("invitee_no_show.deleted", "02")]
    public void Without_an_envelope_the_update_says_or_the_time_of_its_arrival(string type, string day) =>
        Assert.Equal(day, Day(Facts(type, """{"updated_at":"2026-11-02T00:00:00Z"}""", null)[^1].At));

    [Fact]
    public void Cancellation_may_stand_with_the_event() => Assert.Equal("07", Day(Facts(
        "invitee.canceled", """{"scheduled_event":{"cancellation":{"created_at":"2026-11-07T00:00:00Z"}}}""", "04")[^1].At));

    [Fact]
    public void Nothing_is_cancelled_before_it_was_booked()
    {
        var seen = (BookingSeen)Facts("invitee.canceled", """{"created_at":"2026-11-09T00:00:00Z","cancellation":{"created_at":"2026-11-05T00:00:00Z"}}""", "04")[0];

        Assert.Equal(("05", false), (Day(seen.At), seen.Moves));
    }

    [Fact]
    public void Message_that_only_shows_a_booking_dates_it_when_it_was_made()
    {
        var facts = Facts("invitee_no_show.created", Whole, "04");

        Assert.Equal("01", Day(Assert.IsType<BookingSeen>(facts[0]).At));
        Assert.IsType<NoShowMarked>(facts[1]);
    }

    [Theory]
    [InlineData("invitee.created", "2026-11-02T00:00:00Z")]
    [InlineData("invitee_no_show.created", "N")]
    [InlineData("invitee_no_show.deleted", "2026-11-02T00:00:00Z_2026-11-04T00:00:00Z")]
    public void Revision_is_what_tells_two_messages_of_a_kind_apart(string type, string expected) => Assert.Equal(
        Normal(expected), Normal(Reading(type, Whole, "04").Revision));

    // What all parts say, each on another day.
    private const string Whole = """
        {"created_at":"2026-11-01T00:00:00Z","updated_at":"2026-11-02T00:00:00Z","cancellation":{"created_at":"2026-11-05T00:00:00Z"},
         "no_show":{"uri":"https://api.calendly.com/invitee_no_shows/N","created_at":"2026-11-06T00:00:00Z"}}
        """;

    private static string Normal(string revision) => string.Concat(revision.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("dd", System.Globalization.CultureInfo.InvariantCulture);

    private static Booking Booking(string payload, string? sent = "04") => Assert.IsType<BookingSeen>(Facts("invitee.created", payload, sent)[0]).Booking;

    private static IReadOnlyList<LeadFact> Facts(string type, string payload, string? sent) => Reading(type, payload, sent).Facts;

    private static WebhookReading Reading(string type, string payload, string? sent)
    {
        var invitee = JsonNode.Parse(payload)!.AsObject();
        invitee["uri"] = "https://api.calendly.com/scheduled_events/E/invitees/A";
        invitee["email"] = "ada@quill.example";
        var body = new JsonObject { ["event"] = type, ["payload"] = invitee };
        if (sent is not null)
        {
            body["created_at"] = $"2026-11-{sent}T00:00:00Z";
        }

        var reading = new CalendlySource(new CalendlyOptions()).Read(Encoding.UTF8.GetBytes(body.ToJsonString()), Received);
        Assert.Equal(WebhookKind.Process, reading.Kind);
        return reading;
    }
}
