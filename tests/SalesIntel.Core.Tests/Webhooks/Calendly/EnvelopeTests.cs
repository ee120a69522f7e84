using System.Text.Json.Nodes;
using SalesIntel.Leads;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>Which object of a body is Calendly's message, where several could be: the one that names an invitee, before one that has a payload
/// at all, before the body itself.</summary>
public sealed class EnvelopeTests
{
    private const string Invitee = "https://api.calendly.com/scheduled_events/E/invitees/";

    private static readonly CalendlySource Source = new(new CalendlyOptions());

    [Theory]
    [InlineData("""{"event":"relay.delivered","payload":{"tries":1},"message":MESSAGE}""")]
    [InlineData("""{"event":"relay.delivered","message":MESSAGE}""")]
    [InlineData("""{"event":7,"message":MESSAGE}""")]
    [InlineData("""{"event":"{\"a\":1}","message":MESSAGE}""")]
    [InlineData("""{"first":{"event":"note","payload":{}},"second":MESSAGE}""")]
    [InlineData("""{"first":{"event":"note"},"second":MESSAGE}""")]
    [InlineData("""{"first":MESSAGE,"second":MESSAGE}""")]
    public void Message_is_the_one_about_an_invitee(string body)
    {
        var read = Source.Read(JsonNode.Parse(body.Replace("MESSAGE", Message("A"), StringComparison.Ordinal))!.ToBytes());

        Assert.Equal((WebhookKind.Process, "A", "invitee.created"), (read.Kind, read.ExternalId, read.EventType));
    }

    [Fact]
    public void Message_further_out_is_taken_before_one_within_it()
    {
        var outer = JsonNode.Parse(Message("OUTER"))!;
        outer["payload"]!["old_message"] = JsonNode.Parse(Message("INNER"));

        Assert.Equal("OUTER", Source.Read(outer.ToBytes()).ExternalId);
    }

    [Theory]
    [InlineData("""{"event":"invitee.created","invitee":INVITEE}""")]
    [InlineData("""{"event":"invitee.created","created_at":"2026-03-01T10:00:00Z","resource":INVITEE}""")]
    [InlineData("""{"body":{"event":"invitee.created","data":INVITEE}}""")]
    [InlineData("SPREAD")]
    [InlineData("""{"data":SPREAD}""")]
    [InlineData("[SPREAD]")]
    public void Invitee_may_lie_under_another_name_or_beside_the_event(string body)
    {
        var payload = JsonNode.Parse(Message("A"))!["payload"]!.AsObject();
        var spread = payload.DeepClone();
        spread["event"] = "invitee.created";
        var text = body.Replace("INVITEE", payload.ToJsonString(), StringComparison.Ordinal).Replace("SPREAD", spread.ToJsonString(), StringComparison.Ordinal);

        var read = Source.Read(JsonNode.Parse(text)!.ToBytes());

        Assert.Equal((WebhookKind.Process, "A", "invitee.created"), (read.Kind, read.ExternalId, read.EventType));
    }

    [Theory]
    [InlineData("""{"event":"invitee.created","payload":INVITEE,"scheduled_event":MEETING}""")]
    [InlineData("""{"body":{"event":"invitee.created","payload":INVITEE,"scheduled_event":MEETING}}""")]
    [InlineData("""{"event":"invitee.created","payload":INVITEE,"scheduled_event":"TEXT"}""")]
    public void Meeting_may_lie_beside_the_invitee(string body)
    {
        const string meeting = """{"name":"Demo","start_time":"2026-03-02T10:00:00Z","event_type":"https://api.calendly.com/event_types/OTHER"}""";
        var message = JsonNode.Parse(Message("A"))!;
        var text = body.Replace("INVITEE", message["payload"]!.ToJsonString(), StringComparison.Ordinal)
            .Replace("MEETING", meeting, StringComparison.Ordinal)
            .Replace("TEXT", meeting.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal);

        var read = Source.Read(JsonNode.Parse(text)!.ToBytes());
        var booking = Assert.IsType<BookingDocument>(read.Document).Booking;

        Assert.Equal(("Demo", new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.Zero)), (booking.EventName, booking.Start));
        Assert.Equal(WebhookKind.Ignore, new CalendlySource(new CalendlyOptions { EventTypeUri = "https://api.calendly.com/event_types/MINE" })
            .Read(JsonNode.Parse(text)!.ToBytes()).Kind);
    }

    [Theory]
    [InlineData("""{"first":MESSAGE,"second":OTHER}""")]
    [InlineData("""{"first":MESSAGE,"second":CANCELED}""")]
    public void Two_different_messages_are_none(string body)
    {
        var text = body.Replace("MESSAGE", Message("A"), StringComparison.Ordinal)
            .Replace("OTHER", Message("B"), StringComparison.Ordinal)
            .Replace("CANCELED", Message("A").Replace("invitee.created", "invitee.canceled", StringComparison.Ordinal), StringComparison.Ordinal);

        var read = Source.Read(JsonNode.Parse(text)!.ToBytes());

        Assert.Equal(WebhookKind.Unreadable, read.Kind);
        Assert.Contains("there are several messages in the body", read.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"event":"invitee.created"}""", "invitee.created")]
    [InlineData("""{"event":"invitee.created","payload":{}}""", "invitee.created")]
    [InlineData("""{"kind":"relay","message":{"event":"invitee.created","payload":{}}}""", "invitee.created")]
    [InlineData("""{"kind":"relay","message":{"event":"invitee.created"}}""", "unknown")]
    public void Message_without_an_invitee_is_known_by_its_payload_or_by_being_the_body(string body, string type)
    {
        var read = Source.Read(JsonNode.Parse(body)!.ToBytes());

        Assert.Equal((WebhookKind.Unreadable, type), (read.Kind, read.EventType));
    }

    private static string Message(string id) =>
        $$$"""{"event":"invitee.created","payload":{"uri":"{{{Invitee}}}{{{id}}}","email":"ann@lee.example"}}""";
}
