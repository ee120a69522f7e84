using System.Net;
using System.Text;
using System.Text.Json;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Endpoints;

public sealed class WebhookAnswersTests
{
    private static readonly (string, string)[] Keys =
        [("CALENDLY_SIGNING_KEY", Bodies.CalendlyKey), ("READAI_SIGNING_KEY", Bodies.ReadAiKey), ("ALLOW_UNSIGNED_WEBHOOKS", "false")];

    private const string WellFormed = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    [Fact]
    public async Task An_accepted_webhook_is_answered_with_its_event_and_again_as_a_duplicate()
    {
        await using var host = await TestHost.StartAsync(null, null, Keys);
        var body = Bodies.Fixture("calendly/invitee_created_full.json");
        using var first = await host.Client.PostAsync("/webhooks/calendly", Bodies.Calendly(body, DateTimeOffset.UtcNow));
        using var second = await host.Client.PostAsync("/webhooks/calendly", Bodies.Calendly(body, DateTimeOffset.UtcNow));
        var text = await first.Content.ReadAsStringAsync();
        var id = JsonDocument.Parse(text).RootElement.GetProperty("event_id").GetString();
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("application/json", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal($$"""{"ok":true,"event_id":"{{id}}"}""", text);
        Assert.Equal($$"""{"ok":true,"duplicate":true,"event_id":"{{id}}"}""", await second.Content.ReadAsStringAsync());
        Assert.NotNull(await host.Store.Inner.GetAsync(id!, default));
    }

    [Fact]
    public async Task A_meeting_is_accepted()
    {
        await using var host = await TestHost.StartAsync(null, null, Keys);
        using var answer = await host.Client.PostAsync("/webhooks/readai", Bodies.ReadAi(Bodies.Fixture("readai/meeting_end_full.json")));
        Assert.StartsWith("{\"ok\":true,\"event_id\":\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Any_content_type_is_taken(string? type)
    {
        await using var host = await TestHost.StartAsync();
        using var content = new ByteArrayContent(Bodies.Fixture("calendly/invitee_created_full.json"));
        content.Headers.ContentType = type is null ? null : new(type);
        using var answer = await host.Client.PostAsync("/webhooks/calendly", content);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_not_for_us_is_ignored_with_a_reason()
    {
        await using var host = await TestHost.StartAsync();
        using var answer = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(Bodies.Fixture("calendly/contact_deleted_ignored.json")));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("""{"ok":true,"ignored":true,"reason":""" + "\"", text, StringComparison.Ordinal);
        Assert.Equal(["ok", "ignored", "reason"], Names(text));
    }

    [Theory]
    [InlineData("calendly", "")]
    [InlineData("calendly", "{ not json")]
    [InlineData("readai", "")]
    [InlineData("readai", "[]")]
    public async Task What_is_rightly_signed_but_unreadable_is_kept(string source, string text)
    {
        await using var host = await TestHost.StartAsync(null, null, Keys);
        var body = Encoding.UTF8.GetBytes(text);
        using var content = source == "calendly" ? Bodies.Calendly(body, DateTimeOffset.UtcNow) : Bodies.ReadAi(body);
        using var answer = await host.Client.PostAsync($"/webhooks/{source}", content);
        var json = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(["ok", "event_id", "unreadable", "reason"], Names(json));
        Assert.Equal(1, host.Log.Count("Alert"));
        Assert.Equal(1, (await host.Store.Inner.GetStatusAsync(default)).DeadLetters);
        var id = JsonDocument.Parse(json).RootElement.GetProperty("event_id").GetString();
        Assert.Equal("event/unreadable", (await host.Store.Inner.GetAsync(id!, default))?.ErrorClass);
    }

    [Fact]
    public async Task An_unreadable_webhook_without_a_signature_is_refused_first()
    {
        await using var host = await TestHost.StartAsync(null, null, Keys);
        using var answer = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain([]));
        await Problems.AssertAsync(answer, HttpStatusCode.Unauthorized, "Signature missing");
    }

    [Theory]
    [InlineData("calendly", null, null, "Signature missing", "Calendly-Webhook-Signature")]
    [InlineData("calendly", "Calendly-Webhook-Signature", "t=now", "Signature malformed", "Calendly-Webhook-Signature")]
    [InlineData("calendly", "Calendly-Webhook-Signature", "other-key", "Signature mismatch", "Calendly-Webhook-Signature")]
    [InlineData("calendly", "Calendly-Webhook-Signature", "old", "Signature stale", "Calendly-Webhook-Signature")]
    [InlineData("readai", null, null, "Signature missing", "X-Read-Signature")]
    [InlineData("readai", "X-Read-Signature", "zz", "Signature malformed", "X-Read-Signature")]
    [InlineData("readai", "X-Read-Signature", "00", "Signature malformed", "X-Read-Signature")]
    [InlineData("readai", "X-Read-Signature", WellFormed, "Signature mismatch", "X-Read-Signature")]
    public async Task A_webhook_that_is_not_genuine_is_refused_with_the_reason(
        string source, string? header, string? value, string title, string named)
    {
        await using var host = await TestHost.StartAsync(null, null, Keys);
        var body = Bodies.Fixture("calendly/invitee_created_full.json");
        using var content = value switch
        {
            "other-key" => Bodies.Calendly(body, DateTimeOffset.UtcNow, "another"),
            "old" => Bodies.Calendly(body, DateTimeOffset.UtcNow.AddMinutes(-6)),
            _ => Bodies.Plain(body),
        };
        if (header is not null && value is not ("other-key" or "old"))
        {
            content.Headers.Add(header, value);
        }

        using var answer = await host.Client.PostAsync($"/webhooks/{source}", content);
        var problem = await Problems.AssertAsync(answer, HttpStatusCode.Unauthorized, title);
        Assert.Contains(named, problem, StringComparison.Ordinal);
        Assert.NotEmpty(answer.Headers.WwwAuthenticate);
        Assert.Equal(1, host.Log.Count("SignatureRefused"));
        Assert.Equal(0, (await host.Store.Inner.GetStatusAsync(default)).LanesWaiting);
    }

    [Theory]
    [InlineData("the-secret", HttpStatusCode.OK, null)]
    [InlineData("another", HttpStatusCode.Unauthorized, "Signature mismatch")]
    [InlineData("THE-SECRET", HttpStatusCode.Unauthorized, "Signature mismatch")]
    [InlineData(null, HttpStatusCode.Unauthorized, "Signature missing")]
    public async Task A_relay_must_know_the_shared_secret(string? secret, HttpStatusCode status, string? title)
    {
        await using var host = await TestHost.StartAsync(
            null, null, ("READAI_SHARED_SECRET", "the-secret"), ("ALLOW_UNSIGNED_WEBHOOKS", "false"));
        using var content = Bodies.Plain(Bodies.Fixture("readai/meeting_end_full.json"));
        if (secret is not null)
        {
            content.Headers.Add("X-ReadAI-Secret", secret);
        }

        using var answer = await host.Client.PostAsync("/webhooks/readai", content);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(title is null ? 1 : 0, (await host.Store.Inner.GetStatusAsync(default)).LanesWaiting);
        if (title is not null)
        {
            var problem = await Problems.AssertAsync(answer, HttpStatusCode.Unauthorized, title);
            Assert.DoesNotContain("the-secret", problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_source_without_a_key_says_what_to_set()
    {
        await using var host = await TestHost.StartAsync(null, null, ("ALLOW_UNSIGNED_WEBHOOKS", "false"));
        using var answer = await host.Client.PostAsync("/webhooks/readai", Bodies.Plain(Bodies.Fixture("readai/meeting_end_full.json")));
        var problem = await Problems.AssertAsync(answer, HttpStatusCode.Unauthorized, "Signature not configured");
        Assert.Contains("READAI_SIGNING_KEY or READAI_SHARED_SECRET", problem, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(string json) =>
        JsonDocument.Parse(json).RootElement.EnumerateObject().Select(property => property.Name);
}
