using System.Globalization;
using System.Text.Json;
using SalesIntel.Leads;
using SalesIntel.Webhooks;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>A source as a user of the packages writes it: forms, bookings of an own scheduler, and recordings, in one made-up format.</summary>
internal sealed class OwnSource : IWebhookSource
{
    public string Name => "own";

    public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now) => SignatureValidationResult.Valid;

    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var (type, id, at) = (Text(root, "type"), Text(root, "id"), DateTimeOffset.Parse(Text(root, "at"), CultureInfo.InvariantCulture));
        var reading = new WebhookReading
        {
            Kind = WebhookKind.Process,
            EventType = type,
            ExternalId = id,
            IdempotencyKey = $"own:{type}:{id}",
            Revision = Text(root, "at"),
        };
        return type switch
        {
            "form" => Form(reading, root, id, at),
            "signup" => SignedUp(reading, root, id, at),
            "booking" => Booked(reading, root, id, at),
            _ => Recorded(reading, root, id, at),
        };
    }

    private static WebhookReading Form(WebhookReading reading, JsonElement root, string id, DateTimeOffset at) => reading with
    {
        Route = new LeadRoute.Known(Text(root, "email")),
        Facts =
        [
            new ValuesStated
            {
                At = at,
                Document = $"form:{id}",
                Revision = at,
                Values = LeadValues.Empty
                    .With(LeadFields.FirstName, FieldValue.Of(Text(root, "first")))
                    .With(LeadFields.LastName, FieldValue.Of(Text(root, "last")))
                    .With(LeadFields.CompanyName, FieldValue.Of(Text(root, "company")))
                    .With(DemoFields.LeadSource, FieldValue.Of("Contact form")),
            },
        ],
        Document = new FormDocument($"form:{id}", Text(root, "email"), at)
        {
            Title = "Contact us", Answers = [new FormAnswer("Pain", Text(root, "message"))],
        },
    };

    private static WebhookReading SignedUp(WebhookReading reading, JsonElement root, string id, DateTimeOffset at)
    {
        return reading with
        {
            Route = new LeadRoute.Known(Text(root, "email")),
            Facts =
            [
                Stated("person", LeadFields.LastName, Text(root, "last")),
                Stated("company", LeadFields.CompanyName, Text(root, "company")),
                Stated("account", DemoFields.LeadSource, "Sign-up"),
            ],
        };

        ValuesStated Stated(string about, LeadField field, string value) => new()
        {
            At = at, Document = $"{about}:{id}", Revision = at, Values = LeadValues.Empty.With(field, FieldValue.Of(value)),
        };
    }

    private static WebhookReading Booked(WebhookReading reading, JsonElement root, string id, DateTimeOffset at)
    {
        var booking = new Booking
        {
            InviteeId = id, Email = Text(root, "email"), Name = Text(root, "name"), Start = at, BookedThrough = "Own scheduler", CreatedAt = at, UpdatedAt = at,
        };
        return reading with
        {
            Route = new LeadRoute.Known(booking.Email),
            Facts = [new BookingSeen { At = at, Booking = booking, Moves = true }],
            Document = new BookingDocument(booking),
        };
    }

    private static WebhookReading Recorded(WebhookReading reading, JsonElement root, string id, DateTimeOffset at)
    {
        var meeting = new Meeting
        {
            SessionId = id, Title = "Recorded", Start = at, End = at.AddMinutes(30), Summary = Text(root, "summary"),
            Attendees = [new MeetingAttendee(Text(root, "name"), Text(root, "email") is { Length: > 0 } email ? email : null)],
        };
        return reading with
        {
            Route = new LeadRoute.Candidates { People = meeting.Attendees, At = at },
            Facts = [new MeetingHeld { At = at.AddMinutes(30), SessionId = id, AcceptedAt = at, Start = at }],
            Document = new MeetingDocument(meeting, at),
        };
    }

    private static string Text(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
