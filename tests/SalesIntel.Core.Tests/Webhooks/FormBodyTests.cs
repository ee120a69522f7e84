using System.Text;
using SalesIntel.Leads;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Webhooks;

/// <summary>Bodies as HTML forms send them: what a relay makes of a message when nobody tells it to send JSON.</summary>
public sealed class FormBodyTests
{
    private const string Flat = "meeting_id=F1&title=Product+demo&datetime=2026-12-08T15%3A00%3A00Z&duration_minutes=31&summary=A+demo";

    private static readonly ReadAiSource Source = new(new ReadAiOptions());

    [Theory]
    [InlineData("attendees=Rep+One+%3Crep%40seller.example%3E%2C+Ann+Oak+%3Cann%40oak.example%3E")]
    [InlineData("attendees[0][email]=rep%40seller.example&attendees[0][name]=Rep+One&attendees[1][email]=ann%40oak.example&attendees[1][name]=Ann+Oak")]
    [InlineData("attendees%5B%5D%5Bname%5D=Rep+One&attendees%5B%5D%5Bemail%5D=rep%40seller.example&attendees%5B%5D%5Bname%5D=Ann+Oak&attendees%5B%5D%5Bemail%5D=ann%40oak.example")]
    [InlineData("attendees[]=Rep+One+%3Crep%40seller.example%3E&attendees[]=Ann+Oak+%3Cann%40oak.example%3E")]
    [InlineData("attendees=Rep+One+%3Crep%40seller.example%3E&attendees=Ann+Oak+%3Cann%40oak.example%3E")]
    [InlineData("attendees=%5B%7B%22name%22%3A%22Rep%20One%22%2C%22email%22%3A%22rep%40seller.example%22%7D%2C%7B%22name%22%3A%22Ann%20Oak%22%2C%22email%22%3A%22ann%40oak.example%22%7D%5D")]
    public void Fields_are_the_members_of_the_message(string people)
    {
        var reading = Source.Read(Encoding.UTF8.GetBytes($"{Flat}&{people}&transcript=Rep+One%3A+How+are+reviews%3F%0AAnn+Oak%3A+We+lose+hours.\n"));

        var meeting = reading.Meeting()!;
        Assert.Equal((WebhookKind.Process, "F1", "Product demo"), (reading.Kind, meeting.SessionId, meeting.Title));
        Assert.Equal(new DateTimeOffset(2026, 12, 8, 15, 0, 0, TimeSpan.Zero), meeting.Start);
        Assert.Equal(TimeSpan.FromMinutes(31), meeting.Duration);
        Assert.Equal([new MeetingAttendee("Rep One", "rep@seller.example"), new MeetingAttendee("Ann Oak", "ann@oak.example")], meeting.Attendees);
        Assert.Equal(["Rep One", "Ann Oak"], meeting.Transcript.Select(turn => turn.Speaker));
    }

    [Fact]
    public void Body_that_is_base64_or_one_level_of_fields_is_read_too()
    {
        var report = Fixtures.Bytes("readai/meeting_end_full");
        var expected = Source.Read(report).Revision;

        Assert.Equal(expected, Source.Read(Encoding.UTF8.GetBytes(Convert.ToBase64String(report) + "\n")).Revision);
        var flat = Source.Read("session_id=F1&trigger=meeting_end&owner__name=Rep+One&owner__email=rep%40seller.example"u8.ToArray());
        Assert.Equal(new MeetingAttendee("Rep One", "rep@seller.example"), flat.Meeting()!.Owner);
    }

    [Theory]
    [InlineData("payload")]
    [InlineData("body")]
    [InlineData("data")]
    public void One_field_may_hold_the_message_as_JSON(string name)
    {
        var report = Uri.EscapeDataString(Encoding.UTF8.GetString(Fixtures.Bytes("readai/meeting_end_full")));
        var booking = Uri.EscapeDataString(Encoding.UTF8.GetString(Fixtures.Bytes("calendly/invitee_created_full"))).Replace("%20", "+", StringComparison.Ordinal);

        Assert.Equal(
            Source.Read(Fixtures.Bytes("readai/meeting_end_full")).IdempotencyKey,
            Source.Read(Encoding.UTF8.GetBytes($"{name}={report}&source=relay")).IdempotencyKey);
        Assert.Equal(
            "calendly:invitee.created:" + new CalendlySource(new CalendlyOptions()).Read(Fixtures.Bytes("calendly/invitee_created_full")).ExternalId,
            new CalendlySource(new CalendlyOptions()).Read(Encoding.UTF8.GetBytes($"source=relay&{name}={booking}")).IdempotencyKey);
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("a sentence with a = sign")]
    [InlineData("=x&y")]
    [InlineData("<html a=b>")]
    [InlineData("{\"session_id\":\"x\"")]
    public void What_is_no_form_is_said_to_be_no_JSON(string text)
    {
        var reading = Source.Read(Encoding.UTF8.GetBytes(text));

        Assert.Equal((WebhookKind.Unreadable, "the body is not JSON, is cut off, or is nested too deeply"), (reading.Kind, reading.Reason));
    }

    [Theory]
    [InlineData("a[b][c][d][e][f][g][h][i][j]=1")]
    [InlineData("a[=1&a]=2&a[b=3&[]=4&=5&&&%zz=%f&a[9999999999]=1&a[-1]=2&a[0]=3&a[0][b]=4")]
    [InlineData("x=%ED%A0%80&y=%00&z=%E2%80%AE")]
    public void Damaged_form_does_not_throw(string text) =>
        Assert.Equal(WebhookKind.Unreadable, Source.Read(Encoding.UTF8.GetBytes(text)).Kind);

    [Fact]
    public void Form_of_very_many_fields_is_not_read()
    {
        var text = string.Join('&', Enumerable.Range(0, 100_000).Select(number => $"f{number}=1"));

        Assert.Equal(WebhookKind.Unreadable, Source.Read(Encoding.UTF8.GetBytes("meeting_id=1&" + text)).Kind);
    }
}
