using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm.Notes;

public sealed class FollowUpTests
{
    // 2026-11-23 is a Monday.
    [Theory]
    [InlineData("2026-11-23T10:00:00Z", "", "2026-11-24")]
    [InlineData("2026-11-26T10:00:00Z", "", "2026-11-27")]
    [InlineData("2026-11-27T10:00:00Z", "", "2026-11-30")]
    [InlineData("2026-11-28T10:00:00Z", "", "2026-11-30")]
    [InlineData("2026-11-29T10:00:00Z", "", "2026-11-30")]
    [InlineData("2026-12-31T10:00:00Z", "", "2027-01-01")]
    public void Due_on_the_next_day_from_Monday_to_Friday(string booked, string zone, string due) =>
        Assert.Equal(DateOnly.Parse(due), Write(booked, zone).DueDate);

    [Theory]
    [InlineData("2026-11-27T03:00:00Z", "America/Los_Angeles", "2026-11-27")]
    [InlineData("2026-11-26T23:30:00Z", "Asia/Tokyo", "2026-11-30")]
    [InlineData("2026-11-26T11:00:00Z", "Pacific/Kiritimati", "2026-11-30")]
    [InlineData("2026-11-26T23:30:00Z", "Mars/Olympus", "2026-11-27")]
    public void Day_is_the_invitees(string booked, string zone, string due) =>
        Assert.Equal(DateOnly.Parse(due), Write(booked, zone).DueDate);

    [Fact]
    public void Task_names_the_event_and_ends_with_its_marker()
    {
        var task = Write("2026-11-23T10:00:00Z", "", "Product demo");

        Assert.Equal("Prepare Product demo", task.Subject);
        Assert.Equal("Prepare the demo", Write("2026-11-23T10:00:00Z", "").Subject);
        Assert.EndsWith("\n" + task.Marker, task.Description, StringComparison.Ordinal);
        Assert.Equal(Marker.Of(FollowUp.Subject("INV-1")), task.Marker);
    }

    [Fact]
    public void Task_and_note_of_one_booking_have_different_markers() =>
        Assert.NotEqual(Marker.Of("note:booking:INV-1"), Marker.Of(FollowUp.Subject("INV-1")));

    private static CrmTask Write(string booked, string zone, string name = "") => FollowUp.Write(new Booking
    {
        InviteeId = "INV-1",
        Email = "ada@quill.example",
        EventName = name,
        TimeZone = zone,
        CreatedAt = DateTimeOffset.Parse(booked),
        UpdatedAt = DateTimeOffset.Parse(booked),
    });
}
