using SalesIntel.Leads;

namespace SalesIntel.Webhooks;

/// <summary>What tests want to know of a reading.</summary>
internal static class Readings
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 11, 30, 12, 0, 0, TimeSpan.Zero);

    public static WebhookReading Read(this IWebhookSource source, ReadOnlyMemory<byte> body) => source.Read(body, ReceivedAt);

    public static string? LeadEmail(this WebhookReading reading) => (reading.Route as LeadRoute.Known)?.Email;

    public static Booking? Booking(this WebhookReading reading) => reading.Facts.OfType<BookingSeen>().SingleOrDefault()?.Booking;

    public static Meeting? Meeting(this WebhookReading reading) => (reading.Document as MeetingDocument)?.Meeting;

    /// <summary>What identifies the message and what becomes of it, for comparisons and snapshots.</summary>
    public static object Identity(this WebhookReading reading) => new
    {
        reading.Kind,
        reading.EventType,
        reading.ExternalId,
        reading.IdempotencyKey,
        reading.Revision,
        reading.Reason,
        LeadEmail = reading.LeadEmail(),
    };
}
