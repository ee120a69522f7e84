using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Gemini;

public class GeminiErrorTests
{
    private const string ErrorInfo = """{"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID","domain":"googleapis.com"}""";

    public static TheoryData<int, string, string, bool, bool> Rows => new()
    {
        { 400, Error("INVALID_ARGUMENT", details: ErrorInfo), "API_KEY_INVALID", false, true },
        { 400, Error("INVALID_ARGUMENT"), "INVALID_ARGUMENT", false, false },
        { 400, Error("FAILED_PRECONDITION"), "FAILED_PRECONDITION", false, true },
        { 401, Error("UNAUTHENTICATED"), "UNAUTHENTICATED", false, true },
        { 403, Error("PERMISSION_DENIED"), "PERMISSION_DENIED", false, true },
        { 404, Error("NOT_FOUND"), "NOT_FOUND", false, true },
        { 408, "", "http_408", true, false },
        { 413, "<html>too big</html>", "http_413", false, false },
        { 429, Error("RESOURCE_EXHAUSTED"), "RESOURCE_EXHAUSTED", true, false },
        { 499, Error("CANCELLED"), "CANCELLED", true, false },
        { 500, Error("INTERNAL"), "INTERNAL", true, false },
        { 502, "<html>Bad gateway</html>", "http_502", true, true },
        { 503, Error("UNAVAILABLE"), "UNAVAILABLE", true, true },
        { 503, "", "http_503", true, true },
        { 504, Error("DEADLINE_EXCEEDED"), "DEADLINE_EXCEEDED", true, false },
        { 302, "", "http_302", false, false },
        { 400, """{"error":"a text"}""", "http_400", false, false },
        { 400, """{"error":{"status":"not a constant, rosalind@harrowpine.example","details":[1,null,{}]}}""", "http_400", false, false },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Error_answers_are_told_apart(int status, string body, string code, bool isTransient, bool isOutage)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(status, body, body.StartsWith('<') ? "text/html" : "application/json");

        var e = await rig.FailAsync();

        Assert.Equal(("gemini", code, status), (e.Provider, e.Code, e.Status));
        Assert.Equal((isTransient, isOutage), (e.IsTransient, e.IsOutage));
        Assert.Single(rig.Http.Requests);
        Assert.DoesNotContain("quoted content", e.ToString());
        Assert.DoesNotContain("rosalind", e.ToString());
        Assert.All(rig.Lines.Where(l => l.Level > LogLevel.Debug), l => Assert.DoesNotContain("quoted content", l.Text));
    }

    [Theory]
    [InlineData(400, ErrorInfo)]
    [InlineData(401, "")]
    [InlineData(403, "")]
    public async Task Refused_keys_say_what_to_check_and_never_show_the_key(int status, string details)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(status, Error("INVALID_ARGUMENT", $"API key {GeminiRig.Key} not valid", details));
        var e = await rig.FailAsync();
        Assert.Contains("check GEMINI_API_KEY", e.Message);
        Assert.DoesNotContain(GeminiRig.Key, e.ToString());
        Assert.DoesNotContain(GeminiRig.Key, rig.Http.Requests[0].Url.AbsoluteUri);
        Assert.All(rig.Lines.Where(l => l.Level > LogLevel.Debug), l => Assert.DoesNotContain(GeminiRig.Key, l.Text));
    }

    [Theory]
    [InlineData("\"37s\"", "x", 37.0)]
    [InlineData("\"1.5s\"", "x", 1.5)]
    [InlineData("\"0.250s\"", "x", 0.25)]
    [InlineData("\"-3s\"", "x", null)]
    [InlineData("37", "x", null)]
    [InlineData("null", "Please retry in 12.5s.", 12.5)]
    [InlineData("null", "Please retry in 800ms.", 0.8)]
    [InlineData("\"999999999999999s\"", "x", 90_000.0)]
    [InlineData("null", "Try later.", null)]
    public async Task A_rate_limit_tells_how_long_to_wait(string delay, string message, double? seconds)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(429, Error(
            "RESOURCE_EXHAUSTED", message,
            $$"""{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":{{delay}}},{{Quota("GenerateRequestsPerMinutePerProject")}}"""));
        var e = await rig.FailAsync();
        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), e.RetryAfter);
        Assert.True(e.IsTransient);
        Assert.True(e.IsOutage);
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", 22)]
    [InlineData("2026-11-23T07:59:00Z", 1 / 60.0)]
    [InlineData("2027-07-01T10:00:00Z", 21)]
    [InlineData("2026-11-01T08:00:00Z", 24)]
    public async Task A_daily_quota_waits_for_midnight_Pacific(string now, double hours)
    {
        var rig = new GeminiRig();
        rig.Time.AdjustTime(DateTimeOffset.Parse(now));
        rig.Http.Answer(429, Error(
            "RESOURCE_EXHAUSTED", "retry in 5s",
            $$"""{{Quota("GenerateRequestsPerDayPerProjectPerModel")}},{"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"5s"}"""));
        var e = await rig.FailAsync();
        Assert.Equal(hours, e.RetryAfter!.Value.TotalHours, 3);
        Assert.True(e.IsOutage);
        Assert.Contains("quota of the day", e.Message);
    }

    [Theory]
    [InlineData("<html>Welcome</html>")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("""{"candidates":"secret text"}""")]
    public async Task A_success_that_is_not_the_api_is_transient(string body)
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, body);
        var e = await rig.FailAsync();
        Assert.Equal(("bad_response", true), (e.Code, e.IsTransient));
        Assert.DoesNotContain("secret", e.ToString());
    }

    [Fact]
    public async Task An_error_inside_a_success_is_an_error()
    {
        var rig = new GeminiRig();
        rig.Http.Answer(200, """{"error":{"code":503,"status":"UNAVAILABLE"}}""");
        Assert.Equal((503, "UNAVAILABLE"), ((await rig.FailAsync()).Status, (await Again()).Code));

        async Task<GeminiException> Again()
        {
            rig.Http.Answer(200, """{"error":{"status":"UNAVAILABLE"}}""");
            return await rig.FailAsync();
        }
    }

    [Fact]
    public async Task A_refused_connection_is_tried_once_more()
    {
        var rig = new GeminiRig();
        rig.Http.Throw(Refused()).Answer(200, GeminiRig.Answer("STOP", "fine"));
        var asking = rig.AskAsync();
        await AdvanceUntilDone(rig, asking);
        Assert.Equal("fine", (await asking).Text);

        rig.Http.Throw(Refused()).Throw(Refused());
        var failing = rig.AskAsync();
        await AdvanceUntilDone(rig, failing);
        var e = await Assert.ThrowsAsync<GeminiException>(() => failing);
        Assert.Equal(("unreachable", true, 4), (e.Code, e.IsTransient, rig.Http.Requests.Count));
    }

    [Fact]
    public async Task A_connection_that_broke_after_sending_is_not_tried_again()
    {
        var rig = new GeminiRig();
        rig.Http.Throw(new HttpRequestException(HttpRequestError.ResponseEnded, "broke"));
        Assert.Equal(("unreachable", true), ((await rig.FailAsync()).Code, true));
        Assert.Single(rig.Http.Requests);
    }

    [Fact]
    public async Task The_time_limit_is_a_transient_timeout()
    {
        var rig = new GeminiRig();
        var reached = new TaskCompletionSource();
        rig.Http.Hang(reached);
        var asking = rig.AskAsync();
        await reached.Task;
        rig.Time.Advance(rig.CurrentValue.Timeout);
        var e = await Assert.ThrowsAsync<GeminiException>(() => asking);
        Assert.Equal(("timeout", true, "Gemini did not answer within 120 s."), (e.Code, e.IsTransient, e.Message));
    }

    [Fact]
    public async Task The_callers_cancellation_stays_a_cancellation()
    {
        var rig = new GeminiRig();
        var reached = new TaskCompletionSource();
        rig.Http.Hang(reached);
        using var stop = new CancellationTokenSource();
        var asking = rig.AskAsync(stop.Token);
        await reached.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private static HttpRequestException Refused() =>
        new(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused));

    private static async Task AdvanceUntilDone(GeminiRig rig, Task task)
    {
        while (!task.IsCompleted)
        {
            rig.Time.Advance(TimeSpan.FromMilliseconds(300));
            await Task.Yield();
        }
    }

    private static string Quota(string id) =>
        $$"""{"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaMetric":"m","quotaId":"{{id}}","quotaValue":"10"}]}""";

    private static string Error(string status, string message = "quoted content", string details = "") =>
        $$"""{"error":{"code":1,"message":"{{message}}","status":"{{status}}","details":[{{details}}] } }""";
}
