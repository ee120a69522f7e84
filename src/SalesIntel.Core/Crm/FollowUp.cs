using SalesIntel.Calendly;

namespace SalesIntel.Crm;

/// <summary>The follow-up task of a booking.</summary>
public static class FollowUp
{
    /// <summary>What the task is about, as it stands in the lead's references.</summary>
    public static string Subject(string inviteeId) => $"task:booking:{inviteeId}";

    /// <summary>Writes the task, due on the business day (Monday to Friday) after the booking was made, in the invitee's time zone.</summary>
    public static CrmTask Write(Booking booking)
    {
        ArgumentNullException.ThrowIfNull(booking);
        var marker = Marker.Of(Subject(booking.InviteeId));
        var demo = booking.Start is { } start ? LocalTime.Describe(booking.TimeZone, start) : "time not told";
        return new CrmTask(
            $"Prepare the demo on {(booking.Start is { } at ? LocalTime.Day(booking.TimeZone, at) : "a day not told")}",
            NextBusinessDay(DateOnly.FromDateTime(LocalTime.In(booking.TimeZone, booking.CreatedAt).DateTime)),
            $"Demo: {demo}. The lead's latest note has the answers and what to ask.\n\n{marker}",
            marker);
    }

    private static DateOnly NextBusinessDay(DateOnly day)
    {
        do
        {
            day = day.AddDays(1);
        }
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

        return day;
    }
}
