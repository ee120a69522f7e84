using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>The note that a rep reads before a demo. It depends on the booking and its own intel alone, not on what else is known of
/// the lead, so that it is the same in whatever order the events came.</summary>
public static class BookingNote
{
    /// <summary>What the note is about, as it stands in the lead's references.</summary>
    public static string Subject(string inviteeId) => $"note:booking:{inviteeId}";

    /// <summary>Writes the note.</summary>
    /// <param name="booking">The booking.</param>
    /// <param name="intel">The intel read from its answers; null when there is none.</param>
    /// <param name="reader">Who read it.</param>
    public static CrmNote Write(Booking booking, LeadValues? intel, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(booking);
        var day = booking.Start is { } start ? TimeText.Day(TimeText.In(booking.TimeZone, start)) : "Date not told";
        var what = booking.OldInviteeId is null ? "Demo booked" : "Demo rescheduled";
        var title = booking.EventName.Length > 0 ? $"{day} {what}: {booking.EventName}" : $"{day} {what}";
        var marker = Marker.Of(Subject(booking.InviteeId));

        var note = new NoteBuilder()
            .Line("When", booking.Start is { } at ? TimeText.Describe(booking.TimeZone, at) : "not told by the booking")
            .Line("Where", booking.Location)
            .Line("With", string.Join(", ", booking.Hosts))
            .Line("Guests", string.Join(", ", booking.Guests))
            .Line("Campaign", string.Join(", ", booking.Tracking
                .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")))
            .Section("Answers", AnswerText.Of(booking));
        if (intel is not null)
        {
            note.Section("Cheat sheet", intel[LeadFields.CheatSheet].Text)
                .Section(reader == Reader.Rules ? "Lead intel (read by rules, not by a model)" : "Lead intel", IntelText.Whole(intel));
        }

        return new CrmNote(title, note.Close(marker), marker);
    }
}
