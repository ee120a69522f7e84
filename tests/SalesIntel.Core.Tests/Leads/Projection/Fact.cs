using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Leads.Projection;

/// <summary>Facts as a test states them, at minutes after a fixed moment.</summary>
internal static class Fact
{
    public const string Ada = "ada@quill.example";

    public static DateTimeOffset At(int minute) => Bodies.Base.AddMinutes(minute);

    public static Booking Booking(string id, int booked = 0, int updated = 0, int? start = null) => new()
    {
        InviteeId = id, Email = Ada, CreatedAt = At(booked), UpdatedAt = At(updated), Start = start is { } minute ? At(minute) : null,
    };

    public static BookingSeen Seen(Booking booking, int at, string eventId = "", bool moves = true) => new()
    {
        EventId = eventId.Length > 0 ? eventId : $"b-{booking.InviteeId}-{at}", At = At(at), Booking = booking, Moves = moves,
    };

    public static BookingSeen Booked(string id, int at, int? start = null) => Seen(Booking(id, at, at, start), at);

    public static BookingCanceled Canceled(string id, int at, bool rescheduled = false) => new()
    {
        EventId = $"c-{id}-{at}", At = At(at), InviteeId = id, Rescheduled = rescheduled,
    };

    public static NoShowMarked Marked(string id, int at) => new() { EventId = $"n-{id}-{at}", At = At(at), InviteeId = id };

    public static NoShowRemoved Removed(string id, int at) => new() { EventId = $"r-{id}-{at}", At = At(at), InviteeId = id };

    public static MeetingHeld Held(string id, int at, int? accepted = null) => new()
    {
        EventId = $"m-{id}-{at}", At = At(at), SessionId = id, AcceptedAt = At(accepted ?? at),
    };

    public static ValuesRead Read(
        string document,
        int at,
        string city,
        DocumentKind kind = DocumentKind.Form,
        int? revision = null,
        ExtractionMethod by = ExtractionMethod.Model,
        string eventId = "") => new()
        {
            EventId = eventId.Length > 0 ? eventId : $"v-{document}-{at}-{revision}-{by}",
            At = At(at),
            Document = document,
            DocumentKind = kind,
            Revision = At(revision ?? at),
            ReadBy = by,
            Values = Some.Values((LeadFields.City, city)),
        };

    public static ValuesStated Stated(string document, int at, string city, int? revision = null, string eventId = "") => new()
    {
        EventId = eventId.Length > 0 ? eventId : $"s-{document}-{at}-{revision}",
        At = At(at),
        Document = document,
        Revision = At(revision ?? at),
        Values = Some.Values((LeadFields.City, city)),
    };
}
