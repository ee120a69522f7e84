using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>What a rep reads before a demo.</summary>
internal static class BookingNote
{
    /// <summary>Writes the content and returns the title.</summary>
    public static string Write(NoteBuilder note, Booking booking, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy)
    {
        note.Line("When", booking.Start is { } at ? TimeText.Describe(booking.TimeZone, at) : "No date in the booking")
            .Line("Where", booking.Location)
            .Line("With", string.Join(", ", booking.Hosts))
            .Line("Guests", string.Join(", ", booking.Guests))
            .Line("Campaign", string.Join(", ", booking.Tracking
                .OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}")))
            .Section("Answers", AnswerText.Of(booking.Answers))
            .FormIntel(values, catalog, readBy);
        var what = booking.OldInviteeId is null ? "Demo booked" : "Demo rescheduled";
        return NoteTitle.Of(booking.Start is { } start ? TimeText.Day(TimeText.In(booking.TimeZone, start)) : "", what, booking.EventName);
    }
}
