using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks.Calendly;

namespace SalesIntel.Engine;

/// <summary>Booking, cancellation, no-show.</summary>
internal sealed class CalendlyInterpreter : IInterpreter
{
    public string Source => "calendly";

    public Interpretation Interpret(WebhookEvent stored, string leadEmail)
    {
        var message = CalendlyWebhook.TryRead(stored.Payload, stored.CreatedAt, out var problem)
            ?? throw new PermanentFailureException("unreadable", problem);
        var booking = message.Booking;
        var moves = message.EventType is "invitee.created" or "invitee.rescheduled";

        // A message that does not tell when the booking was made bears the envelope's time there, later than what it reports: nothing is
        // cancelled or missed before it was booked.
        List<LeadFact> facts =
        [
            new BookingSeen
            {
                EventId = stored.EventId,
                At = moves || message.HappenedAt < booking.CreatedAt ? message.HappenedAt : booking.CreatedAt,
                Booking = booking,
                Moves = moves,
            },
        ];

        switch (message.EventType)
        {
            case "invitee.canceled":
                facts.Add(new BookingCanceled
                {
                    EventId = stored.EventId,
                    At = message.HappenedAt,
                    InviteeId = booking.InviteeId,
                    Rescheduled = booking.Rescheduled,
                });
                break;
            case "invitee_no_show.created":
                facts.Add(new NoShowMarked { EventId = stored.EventId, At = message.HappenedAt, InviteeId = booking.InviteeId });
                break;
            case "invitee_no_show.deleted":
                facts.Add(new NoShowRemoved { EventId = stored.EventId, At = message.HappenedAt, InviteeId = booking.InviteeId });
                break;
        }

        return new Interpretation(booking.Email, facts, moves ? new BookingSubject(booking) : null);
    }
}
