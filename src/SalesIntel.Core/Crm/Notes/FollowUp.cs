using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>The follow-up task of a booking.</summary>
internal static class FollowUp
{
    /// <summary>What the task is about, as it stands in the lead's references.</summary>
    public static string Subject(string inviteeId) => $"task:booking:{inviteeId}";

    /// <summary>Writes the task, due on the business day (Monday to Friday) after the booking was made, in the invitee's time zone.</summary>
    public static CrmTask Write(Booking booking)
    {
        var marker = Marker.Of(Subject(booking.InviteeId));
        var name = booking.EventName.Length > 0 ? booking.EventName : "the demo";

        // No demo time here: a task is made once, and the time may still move.
        return new CrmTask(
            $"Prepare {name}",
            NextBusinessDay(DateOnly.FromDateTime(TimeText.In(booking.TimeZone, booking.CreatedAt).DateTime)),
            $"The lead's note has the time, the answers and what to ask.\n\n{marker}",
            marker);
    }

    // At the end of all days there is none.
    private static DateOnly NextBusinessDay(DateOnly day)
    {
        var next = day;
        do
        {
            if (next == DateOnly.MaxValue)
            {
                return day;
            }

            next = next.AddDays(1);
        }
        while (next.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday);

        return next;
    }
}
