using System.Text;

namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Which object of a body is the report, where several could be: one with a session's id, before a wrapper that relays use, before one
/// with the parts of a meeting, before the body itself.</summary>
public sealed class ReportScopeTests
{
    private static readonly ReadAiSource Source = new(new ReadAiOptions());

    [Theory]
    [InlineData("""{"id":"BODY","summary":"x"}""", "BODY")]
    [InlineData("""{"session_id":"SESSION","id":"BODY","summary":"x"}""", "SESSION")]
    [InlineData("""{"session_id":" ","meeting_id":"MEETING","summary":"x"}""", "MEETING")]
    [InlineData("""{"id":"BODY","summary":"x","session":{"id":"SESSION"}}""", "SESSION")]
    [InlineData("""{"id":"BODY","summary":"x","Meeting":{"id":"MEETING"}}""", "MEETING")]
    [InlineData("""{"id":"BODY","summary":"x","folder":{"id":"FOLDER"}}""", "BODY")]
    [InlineData("""{"id":"BODY","folder":{"id":"FOLDER","transcript":"A: x"}}""", "FOLDER")]
    [InlineData("""{"id":"BODY","session":{"id":"SESSION"},"folder":{"id":"FOLDER","attendees":["Ann"]},"summary":"x"}""", "SESSION")]
    [InlineData("""{"id":"BODY","session":{"id":"SESSION"},"item":{"session_id":"OWN","summary":"x"}}""", "OWN")]
    [InlineData("""{"id":"BODY","participants":["Ann"],"folder":{"id":"FOLDER"}}""", "BODY")]
    public void Report_is_the_object_that_looks_most_like_one(string body, string expected) =>
        Assert.Equal(expected, Read(body).ExternalId);

    [Theory]
    [InlineData("""{"folder":{"id":"FOLDER"},"summary":"x"}""")]
    [InlineData("""{"session":{"id":"A"},"meeting":{"id":"B"},"summary":"x"}""")]
    [InlineData("""{"session":{"id":" "},"summary":"x"}""")]
    public void Number_of_something_else_is_not_the_reports(string body)
    {
        var read = Read(body);

        Assert.Equal((WebhookKind.Unreadable, "session_id (or meeting_id) is missing"), (read.Kind, read.Reason));
        Assert.Matches("^[0-9a-f]{32}$", read.ExternalId);
    }

    private static WebhookReading Read(string body) => Source.Read(Encoding.UTF8.GetBytes(body));
}
