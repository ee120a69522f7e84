using SalesIntel.Failures;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Engine;

/// <summary>A meeting that took place.</summary>
internal sealed class ReadAiInterpreter : IInterpreter
{
    public string Source => "readai";

    public Interpretation Interpret(WebhookEvent stored, string leadEmail)
    {
        var meeting = Read(stored);
        var attendee = meeting.Attendees.Append(meeting.Owner).FirstOrDefault(one => one?.Email == leadEmail);
        LeadFact held = new MeetingHeld
        {
            EventId = stored.EventId,
            At = meeting.End ?? meeting.Start ?? stored.CreatedAt,
            SessionId = meeting.SessionId,
            AcceptedAt = stored.CreatedAt,
            Start = meeting.Start,
            AttendeeName = attendee?.Name ?? "",
        };
        return new Interpretation(leadEmail, [held], new MeetingSubject(meeting, stored.CreatedAt));
    }

    /// <summary>The event's meeting.</summary>
    /// <exception cref="PermanentFailureException">The body can't be read.</exception>
    public static Meeting Read(WebhookEvent stored) => ReadAiWebhook.TryRead(stored.Payload, out var problem)
        ?? throw new PermanentFailureException("unreadable", problem);
}
