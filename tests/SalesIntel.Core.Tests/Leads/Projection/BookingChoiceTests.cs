using SalesIntel.Leads;
using static SalesIntel.Core.Tests.Leads.Projection.Fact;

namespace SalesIntel.Core.Tests.Leads.Projection;

/// <summary>Which booking counts, and what it says, where times are equal or messages say less than they could.</summary>
public sealed class BookingChoiceTests
{
    [Fact]
    public void Of_bookings_made_at_one_moment_the_last_id_counts_whichever_came_first()
    {
        Assert.Equal("B", Current(Booked("A", 0), Booked("B", 0)));
        Assert.Equal("B", Current(Booked("B", 0), Booked("A", 0)));
    }

    [Fact]
    public void Of_more_bookings_than_count_made_at_one_moment_the_last_ids_do()
    {
        var all = Enumerable.Range(0, FactLimits.MostDocuments + 1).Select(number => $"A{number:00}").ToList();

        var newest = BookingState.NewestOf([.. all.Select(id => Booked(id, 0))]);

        Assert.Equal(all.Skip(1), newest.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(FactLimits.MostDocuments, BookingState.NewestOf([.. all.Skip(1).Select(id => Booked(id, 0))]).Count);
    }

    [Fact]
    public void Booking_that_names_itself_as_the_one_before_is_not_replaced() =>
        Assert.Equal("A", Current(Seen(Booking("A") with { OldInviteeId = "A" }, 60), Booked("B", 0)));

    [Fact]
    public void Either_half_alone_says_which_of_two_bookings_of_one_moment_is_replaced()
    {
        Assert.Equal("A", Current(Booked("B", 0), Seen(Booking("A") with { OldInviteeId = "B" }, 0)));
        Assert.Equal("A", Current(Booked("A", 0), Seen(Booking("B") with { NewInviteeId = "A" }, 0)));
        Assert.Equal("A", Current(Booked("A", 0), Seen(Booking("B", 0, 60) with { NewInviteeId = "A" }, 60)));
    }

    [Fact]
    public void Single_name_is_a_name()
    {
        Assert.Equal("Ada", LeadProjection.Project(Ada, [Held("M", 0) with { AttendeeName = "Ada" }]).LastName);
        Assert.Equal(
            "Ada", LeadProjection.Project(Ada, [Seen(Booking("B") with { Name = "Ada" }, 60), Seen(Booking("A") with { Name = "Bo Berg" }, 0)]).Booking?.Name);
    }

    [Fact]
    public void Meetings_of_one_moment_stand_by_their_ids_and_the_last_push_of_each_counts()
    {
        var sequence = MeetingSequence.Of([Held("N", 0), Held("M", 0, 1), Held("M", 5, 1) with { EventId = "z" }, Held("L", 5)]);

        Assert.Equal(["N", "L", "M"], sequence.Select(meeting => meeting.SessionId));
        Assert.Equal(At(5), sequence[2].At);
    }

    [Fact]
    public void Reading_of_a_state_is_the_models_else_the_last_ones()
    {
        ValuesRead rules = Read("meeting:M", 0, "rules", by: ExtractionMethod.Rules, eventId: "9"), model = Read("meeting:M", 0, "model", eventId: "1");
        var second = model with { EventId = "2" };

        Assert.Same(model, MeetingSequence.ReadingOf([model, rules], "meeting:M", At(0)));
        Assert.Same(second, MeetingSequence.ReadingOf([second, model, rules], "meeting:M", At(0)));
        Assert.Null(MeetingSequence.ReadingOf([model], "meeting:M", At(1)));
        Assert.Null(MeetingSequence.ReadingOf([model], "meeting:N", At(0)));
    }

    [Fact]
    public void Booking_whose_replacement_is_not_known_counts() => Assert.Equal("A", Current(Seen(Booking("A") with { NewInviteeId = "B" }, 60)));

    [Fact]
    public void Booking_is_made_when_it_was_moved_last() =>
        Assert.Equal("A", Current(Booked("A", 0), Booked("B", 30), Seen(Booking("A", 0, 60), 60)));

    [Theory]
    [InlineData(-1, LeadStatus.DemoBooked)]
    [InlineData(0, LeadStatus.DemoCanceled)]
    [InlineData(1, LeadStatus.DemoCanceled)]
    public void Cancellation_from_before_the_booking_was_made_again_does_not_count(int afterwards, LeadStatus expected) =>
        Assert.Equal(expected, Status(Booked("A", 60), Canceled("A", 60 + afterwards)));

    [Fact]
    public void Last_of_several_cancellations_says_when() =>
        Assert.Equal(LeadStatus.DemoCanceled, Status(Booked("A", 0), Canceled("A", 90), Canceled("A", 30), Held("M", 60)));

    [Theory]
    [InlineData(99, LeadStatus.DemoNoShow)]
    [InlineData(100, LeadStatus.DemoBooked)]
    [InlineData(101, LeadStatus.DemoBooked)]
    public void Mark_of_a_no_show_stands_until_it_is_taken_back(int removed, LeadStatus expected) =>
        Assert.Equal(expected, Status(Booked("A", 0), Marked("A", 100), Removed("A", removed)));

    [Fact]
    public void Last_mark_and_last_removal_count()
    {
        Assert.Equal(LeadStatus.DemoNoShow, Status(Booked("A", 0), Marked("A", 120), Marked("A", 100), Removed("A", 110)));
        Assert.Equal(LeadStatus.DemoBooked, Status(Booked("A", 0), Marked("A", 120), Removed("A", 130), Removed("A", 110)));
        Assert.Equal(LeadStatus.DemoBooked, Status(Booked("A", 0), Removed("A", 110)));
    }

    [Theory]
    [InlineData(119, "B")]
    [InlineData(120, "B")]
    [InlineData(121, "A")]
    public void Another_booking_that_was_still_to_come_when_the_last_was_given_up_is_the_demo(int start, string expected) =>
        Assert.Equal(expected, Current(Booked("A", 0, start), Booked("B", 60, 500), Canceled("B", 120)));

    [Fact]
    public void Another_booking_that_was_given_up_too_is_not_the_demo() =>
        Assert.Equal("B", Current(Booked("A", 0, 500), Canceled("A", 30), Booked("B", 60, 500), Canceled("B", 120)));

    [Fact]
    public void What_happened_at_one_moment_is_ranked_as_the_demo_goes()
    {
        Assert.Equal(LeadStatus.DemoComplete, Status(Booked("A", 60), Held("M", 60)));
        Assert.Equal(LeadStatus.DemoCanceled, Status(Booked("A", 60), Held("M", 60), Marked("A", 60), Canceled("A", 60)));
        Assert.Equal(LeadStatus.DemoNoShow, Status(Booked("A", 60), Held("M", 60), Marked("A", 60)));
    }

    [Fact]
    public void Latest_view_of_a_booking_counts_and_of_two_equally_late_ones_the_last_event()
    {
        Assert.Equal("new", Name(Seen(Booking("A", 0, 10) with { EventName = "new" }, 0, "1"), Seen(Booking("A", 0, 0) with { EventName = "old" }, 0, "2")));
        Assert.Equal("two", Name(Seen(Booking("A") with { EventName = "one" }, 0, "1"), Seen(Booking("A") with { EventName = "two" }, 0, "2")));
        Assert.Equal("two", Name(Seen(Booking("A") with { EventName = "two" }, 0, "2"), Seen(Booking("A") with { EventName = "one" }, 0, "1")));

        static string? Name(params LeadFact[] facts) => LeadProjection.Project(Ada, facts).Booking?.EventName;
    }

    [Fact]
    public void What_the_latest_view_leaves_out_is_an_earlier_ones()
    {
        var whole = Booking("A", 0, 0, start: 500) with
        {
            End = At(530), TimeZone = "Europe/Stockholm", EventUri = "event", EventTypeUri = "type", EventName = "Demo", Location = "Zoom",
            Name = "Ada Quill", FirstName = "Ada", LastName = "Quill", Phone = "0701", Answers = [new FormAnswer("q", "a")], Hosts = ["Rep One"],
            HostEmails = ["rep@team.example"], Guests = ["ben@quill.example"], OldInviteeId = "O", NewInviteeId = "N",
        };

        var merged = LeadProjection.Project(Ada, [Seen(Booking("A", 0, 60), 60, "2"), Seen(whole, 0, "1")]).Booking;

        Assert.Equal(whole with { UpdatedAt = At(60) }, merged);
    }

    [Fact]
    public void What_the_latest_view_says_is_not_an_earlier_ones()
    {
        var early = Booking("A", 0, 0, start: 500) with { End = At(530), Answers = [new("q", "old")], Hosts = ["Old"], Guests = ["old@quill.example"] };
        var late = Booking("A", 0, 60, start: 800) with { Answers = [new("q", "new")], Hosts = ["New"], Guests = ["new@quill.example"] };

        var merged = LeadProjection.Project(Ada, [Seen(early, 0, "1"), Seen(late, 60, "2")]).Booking!;

        Assert.Equal((At(800), null, "new", "New", "new@quill.example"), (merged.Start, merged.End, merged.Answers[0].Answer, merged.Hosts[0], merged.Guests[0]));
    }

    [Fact]
    public void What_the_current_booking_does_not_say_of_the_person_is_the_latest_other_ones()
    {
        var lead = LeadProjection.Project(Ada,
        [
            Booked("D", 90, start: 500),
            Seen(Booking("A", 0) with { Name = "Old Name", TimeZone = "UTC", Phone = "1", Answers = [new("q", "old")] }, 0),
            Seen(Booking("C", 60) with { Name = "Ada Quill", TimeZone = "Europe/Oslo", Phone = "3", Answers = [new("q", "new")] }, 60),
            Seen(Booking("B", 60) with { Name = "Other Name", TimeZone = "Asia/Tokyo", Phone = "2", Answers = [new("q", "other")] }, 60),
        ]);

        Assert.Equal(
            ("D", "Ada Quill", "Europe/Oslo", "3", "new"),
            (lead.Booking?.InviteeId, lead.Booking?.Name, lead.Booking?.TimeZone, lead.Booking?.Phone, lead.Booking?.Answers[0].Answer));
    }

    private static string? Current(params LeadFact[] facts) => LeadProjection.Project(Ada, facts).Booking?.InviteeId;

    private static LeadStatus? Status(params LeadFact[] facts) => LeadProjection.Project(Ada, facts).Status;
}
