using System.Text;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>Why a message is not processed is what a person reads first; each cause has its own words.</summary>
public sealed class CalendlyReasonTests
{
    private static readonly CalendlySource Source = new(
        new CalendlyOptions { EventTypeUri = "https://api.calendly.com/event_types/OURS" });

    [Theory]
    [InlineData("", WebhookKind.Unreadable, "the body is empty")]
    [InlineData("{", WebhookKind.Unreadable, "the body is not JSON, is cut off, or is nested too deeply")]
    [InlineData("7", WebhookKind.Unreadable, "the body is a JSON number, not an object")]
    [InlineData("""{"payload":{"uri":"https://api.calendly.com/x/1"}}""", WebhookKind.Unreadable, "event is missing or not a text")]
    [InlineData("""{"event":"  ","payload":{}}""", WebhookKind.Unreadable, "event is missing or not a text")]
    [InlineData("""{"event":"routing_form_submission.created","payload":{}}""", WebhookKind.Ignore, "event 'routing_form_submission.created' is not processed")]
    [InlineData("""{"event":"drop table; --","payload":{}}""", WebhookKind.Ignore, "unknown event")]
    [InlineData("""{"event":"invitee.created"}""", WebhookKind.Unreadable, "payload is missing or not an object")]
    [InlineData("""{"event":"invitee.created","payload":"none"}""", WebhookKind.Unreadable, "payload is missing or not an object")]
    [InlineData("""{"event":"invitee.created","payload":{"event":{"uuid":"E"},"invitee":{"uuid":"I"}}}""", WebhookKind.Unreadable, "payload.event is an object: the message is of API version 1")]
    [InlineData("""{"event":"invitee.created","payload":{"email":"ann@lee.example"}}""", WebhookKind.Unreadable, "payload.uri is missing")]
    [InlineData("""{"event":"invitee.created","payload":{"uri":"https://api.calendly.com/x/1"}}""", WebhookKind.Unreadable, "payload.email is missing")]
    [InlineData(
        """{"event":"invitee.created","payload":{"uri":"https://api.calendly.com/x/1","scheduled_event":{"event_type":"https://api.calendly.com/event_types/OTHER"}}}""",
        WebhookKind.Ignore,
        "another event type")]
    [InlineData(
        """{"event":"invitee.created","payload":{"uri":"https://api.calendly.com/x/1","email":"ann@lee.example","scheduled_event":{"event_type":"https://api.calendly.com/event_types/OTHER"}}}""",
        WebhookKind.Ignore,
        "another event type")]
    [InlineData(
        """{"event":"invitee.created","payload":{"uri":"https://api.calendly.com/x/1","email":"ann@lee.example","scheduled_event":{"event_type":"https://api.calendly.com/event_types/OURS"}}}""",
        WebhookKind.Process,
        "")]
    [InlineData("""{"event":"invitee.created","payload":{"uri":"https://api.calendly.com/x/1","email":"ann@lee.example"}}""", WebhookKind.Process, "")]
    public void Reason_says_what_is_wrong(string body, WebhookKind kind, string reason)
    {
        var reading = Source.Read(Encoding.UTF8.GetBytes(body));

        Assert.Equal(kind, reading.Kind);
        Assert.StartsWith(reason, reading.Reason, StringComparison.Ordinal);
        Assert.Equal(reason.Length == 0, reading.Reason.Length == 0);
    }

    [Fact]
    public void Identity_alone_has_neither_facts_nor_a_document()
    {
        var body = Fixtures.Bytes("calendly/invitee_created_full");
        var identity = Source.ReadIdentity(new WebhookRequest(body, _ => null), Readings.ReceivedAt);

        Assert.Empty(identity.Facts);
        Assert.Null(identity.Document);
        Assert.NotEmpty(Source.Read(body).Facts);
    }
}
