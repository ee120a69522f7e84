using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads;

/// <summary>What the lead is, by example. That no order matters is held by <see cref="ProjectionConvergenceTests"/>.</summary>
public sealed class LeadProjectionTests
{
    private const string Ada = "ada@quill.example";

    private static readonly string BookedA = Bodies.Created("A", Ada, bookedMinute: 0, startHour: 48);
    private static readonly string MovedToB = Bodies.Created("B", Ada, bookedMinute: 60, startHour: 72, old: "A");
    private static readonly string OldHalf = Bodies.Canceled("A", Ada, 0, 48, canceledMinute: 60, replacedBy: "B");

    [Fact]
    public void Nothing_known_is_no_status_and_no_time()
    {
        var lead = LeadProjection.Project(Ada, []);

        Assert.Equal((Ada, null, null, null), (lead.Email, lead.Status, lead.DemoAt, lead.Booking));
    }

    [Fact]
    public void Booking_is_Demo_Booked_at_its_time()
    {
        var lead = Project(BookedA);

        AssertDemo(lead, LeadStatus.DemoBooked, "A", 48);
        Assert.Equal(("Ada", "Quill"), (lead.FirstName, lead.LastName));
        Assert.Equal("Slow", lead.Values[LeadFields.PainPoints].Text);
    }

    [Fact]
    public void Cancel_of_the_old_half_of_a_reschedule_leaves_Demo_Booked_with_the_new_time() =>
        AssertDemo(Project(BookedA, MovedToB, OldHalf), LeadStatus.DemoBooked, "B", 72);

    [Fact]
    public void Cancel_of_the_old_half_that_comes_alone_leaves_Demo_Booked_until_the_new_half_is_known() =>
        AssertDemo(Project(BookedA, OldHalf), LeadStatus.DemoBooked, "A", 48);

    [Fact]
    public void Cancel_of_the_old_half_that_a_relay_repeats_as_a_plain_one_gives_nothing_up() => AssertDemo(
        Project(BookedA, OldHalf, Bodies.Canceled("A", Ada, 0, 48, canceledMinute: 61)), LeadStatus.DemoBooked, "A", 48);

    [Theory]
    [InlineData("A", null)]
    [InlineData(null, "B")]
    public void Either_half_of_a_reschedule_tells_of_the_link(string? old, string? replacedBy) => AssertDemo(
        Project(
            BookedA,
            Bodies.Created("B", Ada, bookedMinute: 60, startHour: 24, old),
            Bodies.Canceled("A", Ada, 0, 48, canceledMinute: 60, replacedBy, rescheduled: true)),
        LeadStatus.DemoBooked,
        "B",
        24);

    [Fact]
    public void Chain_of_four_reschedules_ends_at_the_last_booking_although_an_old_one_was_booked_at_the_same_moment()
    {
        string[] chain =
        [
            .. Enumerable.Range(0, 5).Select(i => Bodies.Created($"C{i}", Ada, 0, 90 - i, old: i > 0 ? $"C{i - 1}" : null)),
            .. Enumerable.Range(0, 4).Select(i => Bodies.Canceled($"C{i}", Ada, 0, 90 - i, 0, replacedBy: $"C{i + 1}")),
        ];

        AssertDemo(Project(chain), LeadStatus.DemoBooked, "C4", 86);
    }

    [Fact]
    public void Reschedules_that_go_in_a_circle_still_give_a_booking() => AssertDemo(
        Project(
            Bodies.Created("A", Ada, 0, 48, old: "B"),
            Bodies.Created("B", Ada, 60, 72, old: "A")),
        LeadStatus.DemoBooked,
        "B",
        72);

    [Fact]
    public void Cancel_after_reschedule_is_Demo_Canceled_and_keeps_the_last_time() => AssertDemo(
        Project(BookedA, MovedToB, OldHalf, Bodies.Canceled("B", Ada, 60, 72, canceledMinute: 90)), LeadStatus.DemoCanceled, "B", 72);

    [Fact]
    public void Cancel_alone_tells_the_booking_too() =>
        AssertDemo(Project(Bodies.Canceled("A", Ada, 0, 48, canceledMinute: 30)), LeadStatus.DemoCanceled, "A", 48);

    [Fact]
    public void Cancel_that_does_not_tell_when_it_was_booked_is_still_Demo_Canceled()
    {
        // Calendly's envelope is written after the cancellation it reports.
        var body = Bodies.Without(Bodies.Canceled("A", Ada, 0, 48, canceledMinute: 30), Bodies.CreatedAt)
            .Replace("\"created_at\":\"2026-11-01T08:30:00.000000Z\",\"payload\"", "\"created_at\":\"2026-11-01T08:30:02.000000Z\",\"payload\"", StringComparison.Ordinal);

        Assert.Contains("08:30:02", body, StringComparison.Ordinal);
        AssertDemo(Project(body), LeadStatus.DemoCanceled, "A", 48);
    }

    [Fact]
    public void Cancel_of_the_later_of_two_bookings_leaves_the_one_that_is_still_to_come() => AssertDemo(
        Project(BookedA, Bodies.Created("B", Ada, 60, 72), Bodies.Canceled("B", Ada, 60, 72, canceledMinute: 90)),
        LeadStatus.DemoBooked,
        "A",
        48);

    [Fact]
    public void Cancel_of_the_later_of_two_bookings_is_Demo_Canceled_when_the_other_was_over_by_then() => AssertDemo(
        Project(BookedA, Bodies.Created("B", Ada, 60, 72), Bodies.Canceled("B", Ada, 60, 72, canceledMinute: 50 * 60)),
        LeadStatus.DemoCanceled,
        "B",
        72);

    [Fact]
    public void Cancel_of_the_earlier_of_two_bookings_changes_nothing() => AssertDemo(
        Project(BookedA, Bodies.Created("B", Ada, 60, 72), Bodies.Canceled("A", Ada, 0, 48, canceledMinute: 90)),
        LeadStatus.DemoBooked,
        "B",
        72);

    [Fact]
    public void Booking_again_after_a_cancel_is_Demo_Booked() => AssertDemo(
        Project(BookedA, Bodies.Canceled("A", Ada, 0, 48, 30), Bodies.Created("B", Ada, 60, 72)), LeadStatus.DemoBooked, "B", 72);

    [Fact]
    public void No_show_is_Demo_No_show() =>
        AssertDemo(Project(BookedA, Bodies.NoShow("A", Ada, 0, 48, markedMinute: 2_900)), LeadStatus.DemoNoShow, "A", 48);

    [Fact]
    public void No_show_taken_back_is_what_it_was_before() => AssertDemo(
        Project(BookedA, Bodies.NoShow("A", Ada, 0, 48, 2_900), Bodies.NoShowRemoved("A", Ada, 0, 48, 2_905)), LeadStatus.DemoBooked, "A", 48);

    [Fact]
    public void No_show_set_again_counts() => AssertDemo(
        Project(
            BookedA,
            Bodies.NoShow("A", Ada, 0, 48, 2_900),
            Bodies.NoShowRemoved("A", Ada, 0, 48, 2_905),
            Bodies.NoShow("A", Ada, 0, 48, 2_910)),
        LeadStatus.DemoNoShow,
        "A",
        48);

    [Fact]
    public void No_show_of_last_week_does_not_hide_the_new_booking() => AssertDemo(
        Project(BookedA, Bodies.Created("B", Ada, 3_000, 72), Bodies.NoShow("A", Ada, 0, 48, markedMinute: 3_100)),
        LeadStatus.DemoBooked,
        "B",
        72);

    [Fact]
    public void Meeting_is_Demo_Complete_at_the_time_that_was_booked()
    {
        var lead = Project(BookedA, Bodies.Meeting("M", Ada, startMinute: (48 * 60) + 7));

        AssertDemo(lead, LeadStatus.DemoComplete, "A", 48);
        Assert.False(lead.DemoAtFromMeeting);
        Assert.Equal("They count days.", lead.Values[Some.Meddic("metrics")].Text);
    }

    [Fact]
    public void Meeting_before_any_booking_gives_its_own_time()
    {
        var lead = Project(Bodies.Meeting("M", Ada, startMinute: 600));

        Assert.Equal((LeadStatus.DemoComplete, Bodies.Base.AddMinutes(600), true), (lead.Status, lead.DemoAt, lead.DemoAtFromMeeting));
        Assert.Equal(("Ada", "Quill"), (lead.FirstName, lead.LastName));
    }

    [Fact]
    public void Meeting_before_the_booking_gives_way_to_it() =>
        AssertDemo(Project(Bodies.Meeting("M", Ada, 0), Bodies.Created("A", Ada, 100, 48)), LeadStatus.DemoBooked, "A", 48);

    [Fact]
    public void Later_meeting_without_a_time_takes_away_no_time()
    {
        var lead = LeadProjection.Project(Ada, [Held("M1", 30, start: 0), Held("M2", 90, start: null)]);

        Assert.Equal((Bodies.Base, true), (lead.DemoAt, lead.DemoAtFromMeeting));
    }

    [Fact]
    public void Of_two_pushes_of_a_meeting_the_later_accepted_counts()
    {
        var lead = LeadProjection.Project(Ada, [Held("M", 35, start: 0, accepted: 50), Held("M", 30, start: 5, accepted: 60)]);

        Assert.Equal(Bodies.Base.AddMinutes(5), lead.DemoAt);
    }

    [Fact]
    public void Relays_reschedule_in_place_moves_the_booking() =>
        AssertDemo(Project(BookedA, Bodies.Rescheduled("A", Ada, 0, movedMinute: 30, startHour: 50)), LeadStatus.DemoBooked, "A", 50);

    [Fact]
    public void Relays_reschedule_in_place_after_a_cancel_brings_the_booking_back_although_another_is_ahead() => AssertDemo(
        Project(
            BookedA,
            Bodies.Created("B", Ada, 10, 72),
            Bodies.Canceled("B", Ada, 10, 72, canceledMinute: 60),
            Bodies.Rescheduled("B", Ada, 10, movedMinute: 90, startHour: 80)),
        LeadStatus.DemoBooked,
        "B",
        80);

    [Fact]
    public void Message_that_leaves_out_the_appointment_keeps_the_one_that_an_earlier_message_told() => AssertDemo(
        Project(BookedA, Bodies.Without(Bodies.NoShow("A", Ada, 0, 48, 2_900), Bodies.Appointment)), LeadStatus.DemoNoShow, "A", 48);

    [Fact]
    public void New_half_without_an_appointment_has_no_time_but_keeps_what_is_known_of_the_person()
    {
        var lead = Project(BookedA, Bodies.Without(MovedToB, Bodies.Appointment | Bodies.Answers | Bodies.Zone | Bodies.Name));

        Assert.Equal(("B", null, ""), (lead.Booking?.InviteeId, lead.DemoAt, lead.Booking?.EventName));
        Assert.Equal(("Ada", "Quill", "Europe/Stockholm"), (lead.FirstName, lead.LastName, lead.Booking?.TimeZone));
        Assert.Contains(lead.Booking!.Answers, answer => answer.Answer == "Company of A");
    }

    [Fact]
    public void Empty_answer_of_a_later_booking_erases_nothing()
    {
        var lead = Project(BookedA, Bodies.Created("B", Ada, 60, 72, old: "A", pain: ""));

        Assert.Equal(("Slow", "Company of B"), (lead.Values[LeadFields.PainPoints].Text, lead.Values[LeadFields.CompanyName].Text));
    }

    private static Lead Project(params string[] messages) => LeadProjection.Project(Ada, Told.ByAll(messages));

    private static void AssertDemo(Lead lead, LeadStatus status, string invitee, int startHour) =>
        Assert.Equal((status, invitee, Bodies.Base.AddHours(startHour)), (lead.Status, lead.Booking?.InviteeId, lead.DemoAt));

    private static MeetingHeld Held(string session, int ended, int? start, int accepted = 0) => new()
    {
        EventId = $"{session}{accepted}",
        At = Bodies.Base.AddMinutes(ended),
        SessionId = session,
        AcceptedAt = Bodies.Base.AddMinutes(accepted),
        Start = start is { } minute ? Bodies.Base.AddMinutes(minute) : null,
    };
}
