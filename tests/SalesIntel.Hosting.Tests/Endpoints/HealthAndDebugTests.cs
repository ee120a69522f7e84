using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Endpoints;

public sealed class HealthAndDebugTests
{
    private const string UnknownId = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Health_says_what_runs_here()
    {
        await using var host = await TestHost.StartAsync(null, null, ("SALESINTEL_ROLE", "api"));
        using var answer = await host.Client.GetAsync("/healthz");
        var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(
            ("ok", "memory", "api", true),
            (health.GetProperty("status").GetString(), health.GetProperty("store").GetProperty("kind").GetString(),
                health.GetProperty("role").GetString(), health.GetProperty("dry_run").GetBoolean()));
        Assert.False(health.TryGetProperty("pump", out _));
    }

    [Theory]
    [InlineData("false", "The store is away; the log says why.")]
    [InlineData("true", "The store is away: The test store is away.")]
    public async Task Health_is_red_while_the_store_is_away_and_tells_strangers_not_where_it_is(string allowed, string reason)
    {
        await using var host = await TestHost.StartAsync(null, null, ("ALLOW_DEBUG_ENDPOINTS", allowed));
        host.Store.IsAway = true;
        using var answer = await host.Client.GetAsync("/healthz");
        var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("unavailable", health.GetProperty("status").GetString());
        Assert.Equal(reason, health.GetProperty("reason").GetString());
        Assert.Contains(host.Log.All, line => line.Text.Contains("The store is away: The test store is away.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Health_is_red_when_the_store_hangs()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await TestHost.StartAsync(time);
        host.Store.Hangs = true;
        var asking = host.Client.GetAsync("/healthz");
        await host.Store.Asked.Task;
        time.Advance(TimeSpan.FromSeconds(4));
        using var answer = await asking;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
    }

    [Fact]
    public async Task Health_is_red_when_the_pump_is_silent_and_green_while_all_workers_are_busy()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await TestHost.StartAsync(time, builder => builder.Services.AddSingleton<PumpHealth>());
        var pump = host.Services.GetRequiredService<PumpHealth>();
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(HttpStatusCode.OK, await HealthAsync());
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await HealthAsync());
        pump.Saturated(true);
        Assert.Equal(HttpStatusCode.OK, await HealthAsync());
        pump.Saturated(false);
        Assert.Equal(HttpStatusCode.OK, await HealthAsync());

        async Task<HttpStatusCode> HealthAsync()
        {
            using var answer = await host.Client.GetAsync("/healthz");
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_worker_receives_nothing_but_is_healthy()
    {
        await using var host = await TestHost.StartAsync(null, null, ("SALESINTEL_ROLE", "worker"));
        using var webhook = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain([]));
        using var health = await host.Client.GetAsync("/healthz");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (webhook.StatusCode, health.StatusCode));
    }

    [Fact]
    public async Task Debug_shows_an_event_without_its_payload_unless_asked()
    {
        await using var host = await TestHost.StartAsync(null, null, ("ALLOW_DEBUG_ENDPOINTS", "true"));
        var body = Bodies.Fixture("calendly/invitee_created_full.json");
        using var accepted = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(body));
        var id = JsonDocument.Parse(await accepted.Content.ReadAsStringAsync()).RootElement.GetProperty("event_id").GetString();

        var shown = JsonDocument.Parse(await host.Client.GetStringAsync($"/debug/events/{id}")).RootElement;
        Assert.Equal(("queued", "facts", body.Length),
            (shown.GetProperty("status").GetString(), shown.GetProperty("stage").GetString(), shown.GetProperty("payload_bytes").GetInt32()));
        Assert.False(shown.TryGetProperty("payload", out _));
        var whole = JsonDocument.Parse(await host.Client.GetStringAsync($"/debug/events/{id}?payload=true")).RootElement;
        Assert.Equal(System.Text.Encoding.UTF8.GetString(body), whole.GetProperty("payload").GetString());

        var key = shown.GetProperty("idempotency_key").GetString();
        Assert.Equal($$"""{"event_id":"{{id}}","status":"queued"}""", await host.Client.GetStringAsync($"/debug/idem/{key}"));
    }

    [Theory]
    [InlineData("true", "false", true)]
    [InlineData("true", "true", false)]
    [InlineData("false", "false", false)]
    public async Task Debug_that_is_open_in_a_real_run_is_warned_about(string allowed, string dryRun, bool expected)
    {
        await using var host = await TestHost.StartAsync(
            null, null, ("ALLOW_DEBUG_ENDPOINTS", allowed), ("DRY_RUN", dryRun), ("SALESINTEL_ROLE", "api"));
        Assert.Equal(expected, host.Log.All.Any(line => line.Text.Contains("ALLOW_DEBUG_ENDPOINTS is true in a real run", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("GET", "/healthz")]
    [InlineData("POST", "/healthz")]
    [InlineData("GET", "/debug/info")]
    [InlineData("GET", "/debug/unknown")]
    [InlineData("POST", "/webhooks/calendly")]
    [InlineData("GET", "/webhooks/calendly")]
    [InlineData("POST", "/webhooks/unknown")]
    public async Task No_browser_is_to_guess_what_an_answer_is(string method, string path)
    {
        await using var host = await TestHost.StartAsync(null, null, ("ALLOW_DEBUG_ENDPOINTS", "true"));
        using var answer = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Debug_does_not_exist_unless_it_is_allowed()
    {
        await using var host = await TestHost.StartAsync();
        using var answer = await host.Client.GetAsync("/debug/info");
        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/debug/events/" + UnknownId, HttpStatusCode.NotFound, "Not Found")]
    [InlineData("/debug/events/nonsense", HttpStatusCode.BadRequest, "Not an event id")]
    [InlineData("/debug/idem/calendly:none:x/y", HttpStatusCode.NotFound, "Not Found")]
    [InlineData("/debug/idem/a%0Ab", HttpStatusCode.BadRequest, "Not an idempotency key")]
    public async Task Debug_says_what_it_does_not_know(string path, HttpStatusCode status, string title)
    {
        await using var host = await TestHost.StartAsync(null, null, ("ALLOW_DEBUG_ENDPOINTS", "true"));
        using var answer = await host.Client.GetAsync(path);
        await Problems.AssertAsync(answer, status, title);
    }

    [Fact]
    public async Task Debug_shows_the_configuration_without_secrets()
    {
        await using var host = await TestHost.StartAsync(null, null, ("ALLOW_DEBUG_ENDPOINTS", "true"), ("CALENDLY_SIGNING_KEY", "hunter2"));
        var text = await host.Client.GetStringAsync("/debug/info");
        var info = JsonDocument.Parse(text).RootElement;
        Assert.Equal("set", info.GetProperty("configuration").GetProperty("CALENDLY_SIGNING_KEY").GetString());
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        host.Store.IsAway = true;
        using var away = await host.Client.GetAsync("/debug/info");
        await Problems.AssertAsync(away, HttpStatusCode.ServiceUnavailable, "Store unavailable");
    }
}
