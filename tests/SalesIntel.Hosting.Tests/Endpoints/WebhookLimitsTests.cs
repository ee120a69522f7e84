using System.Net.Sockets;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Endpoints;

public sealed class WebhookLimitsTests
{
    private const int ElevenMegabytes = 11 * 1024 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_that_is_too_long_is_refused_with_and_without_its_length(bool chunked)
    {
        await using var host = await TestHost.StartAsync();
        using var content = new ByteArrayContent(new byte[ElevenMegabytes]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/calendly") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await host.Client.SendAsync(request);
        await Problems.AssertAsync(answer, HttpStatusCode.RequestEntityTooLarge, "Payload too large");
        Assert.Equal(0, (await host.Store.Inner.GetStatusAsync(default)).DeadLetters);
    }

    [Theory]
    [InlineData(1024, HttpStatusCode.OK)]
    [InlineData(1025, HttpStatusCode.RequestEntityTooLarge)]
    public async Task The_limit_is_exact(int length, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync(null, null, ("MAX_BODY_BYTES", "1024"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/calendly") { Content = new ByteArrayContent(new byte[length]) };
        request.Headers.TransferEncodingChunked = true;
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task A_body_longer_than_the_servers_own_limit_is_taken_when_ours_allows_it()
    {
        await using var host = await TestHost.StartAsync(null, null, ("MAX_BODY_BYTES", "41943040"), ("BODY_MEMORY_BYTES", "167772160"));
        using var answer = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(new byte[35 * 1024 * 1024]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_length_that_lies_is_refused_before_the_body_comes()
    {
        await using var host = await TestHost.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /webhooks/calendly HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.Equal("HTTP/1.1 413 Payload Too Large", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task When_the_store_is_away_the_sender_is_asked_to_try_again()
    {
        await using var host = await TestHost.StartAsync();
        host.Store.IsAway = true;
        using var answer = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(Bodies.Fixture("calendly/invitee_created_full.json")));
        await Problems.AssertAsync(answer, HttpStatusCode.ServiceUnavailable, "Store unavailable");
        Assert.Equal("30", answer.Headers.GetValues("Retry-After").Single());
        Assert.Equal(1, host.Log.Count("StoreAway"));

        host.Store.IsAway = false;
        using var again = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(Bodies.Fixture("calendly/invitee_created_full.json")));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task When_the_store_hangs_the_sender_is_answered_all_the_same()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await TestHost.StartAsync(time);
        host.Store.Hangs = true;
        var asking = host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(Bodies.Fixture("calendly/invitee_created_full.json")));
        await host.Store.Asked.Task;
        time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(asking.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));
        using var answer = await asking;
        await Problems.AssertAsync(answer, HttpStatusCode.ServiceUnavailable, "Store unavailable");
        Assert.Equal(1, host.Log.Count("StoreSlow"));
    }

    [Fact]
    public async Task What_fails_unexpectedly_tells_the_sender_nothing()
    {
        await using var host = await TestHost.StartAsync();
        host.Store.IsBroken = true;
        using var answer = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain("{\"mark\":\"body-mark\"}"u8.ToArray()));
        var text = await answer.Content.ReadAsStringAsync();
        await Problems.AssertAsync(answer, HttpStatusCode.InternalServerError, "Internal Server Error");
        Assert.DoesNotContain("secret-body-text", text, StringComparison.Ordinal);
        Assert.Equal(1, host.Log.Count("RequestFailed"));
        Assert.DoesNotContain(host.Log.All, line => line.Text.Contains("body-mark", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/webhooks/calendly", HttpStatusCode.MethodNotAllowed)]
    [InlineData("PUT", "/webhooks/readai", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/healthz", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/webhooks/other", HttpStatusCode.NotFound)]
    [InlineData("POST", "/webhooks", HttpStatusCode.NotFound)]
    [InlineData("GET", "/webhooks/calendly/more", HttpStatusCode.NotFound)]
    public async Task Wrong_methods_and_unknown_paths_of_ours_are_problems(string method, string path, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync();
        using var answer = await host.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));
        await Problems.AssertAsync(answer, expected, expected == HttpStatusCode.NotFound ? "Not Found" : "Method Not Allowed");
        Assert.Equal(expected == HttpStatusCode.MethodNotAllowed, answer.Content.Headers.Allow.Count == 1);
    }

    [Fact]
    public async Task A_host_with_everything_in_development_answers_the_same()
    {
        // Services are validated, and the developer's exception page is in the pipeline.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var store = new SwitchableStore(TimeProvider.System) { IsBroken = true };
        builder.Services.AddSingleton<IEventStore>(store).AddSingleton<IWorkQueue>(store).AddSingleton<ICircuitStore>(store.Inner);
        builder.Services.AddSalesIntel(builder.Configuration).AddCoravelProcessing().AddSlackAlerts();
        await using var app = builder.Build();
        app.MapSalesIntel();
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var failed = await client.PostAsync("/webhooks/calendly", Bodies.Plain("{}"u8.ToArray()));
        await Problems.AssertAsync(failed, HttpStatusCode.InternalServerError, "Internal Server Error");
        using var unknown = await client.GetAsync("/webhooks/unknown");
        await Problems.AssertAsync(unknown, HttpStatusCode.NotFound, "Not Found");
    }

    [Theory]
    [InlineData("80000000\r\n")]
    [InlineData("FFFFFFFFFFFFFFFF1\r\n")]
    [InlineData("-1\r\n")]
    [InlineData("no number\r\n")]
    [InlineData("2\r\n{}no end\r\n")]
    [InlineData("0\r\nno trailer\r\n\r\n")]
    [InlineData("\r\n")]
    public async Task A_body_in_broken_chunks_is_a_bad_request_and_nothing_to_worry_about(string chunks)
    {
        await using var host = await TestHost.StartAsync();
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, host.Client.BaseAddress!.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /webhooks/calendly HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync().WaitAsync(Until.Patience);
        Assert.StartsWith("HTTP/1.1 400 Bad Request\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith(
            """{"title":"Bad Request","status":400,"detail":"The body could not be read."}""", answer, StringComparison.Ordinal);
        Assert.Equal(1, host.Log.Count("BodyUnreadable"));
        Assert.DoesNotContain(host.Log.All, line => line.Level >= LogLevel.Warning && line.Id.Name != "ConfigurationWarning");
        Assert.Equal(0, (await host.Store.Inner.GetStatusAsync(default)).DeadLetters);
    }
}
