using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Tests.Endpoints;

/// <summary>What the headers decide is answered although the body never comes.</summary>
public sealed class EarlyRefusalTests
{
    private const string Digest = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    private const int Length = 9_000_000;

    private static readonly (string, string)[] Keys =
        [("CALENDLY_SIGNING_KEY", Bodies.CalendlyKey), ("READAI_SIGNING_KEY", Bodies.ReadAiKey), ("READAI_SHARED_SECRET", "the-secret")];

    [Theory]
    [InlineData("calendly", null, null, "Signature missing")]
    [InlineData("calendly", "Calendly-Webhook-Signature", "t=1,v1=zz", "Signature malformed")]
    [InlineData("calendly", "Calendly-Webhook-Signature", "t=1,v1=" + Digest, "Signature stale")]
    [InlineData("readai", null, null, "Signature missing")]
    [InlineData("readai", "X-Read-Signature", "zz", "Signature malformed")]
    [InlineData("readai", "X-ReadAI-Secret", "another", "Signature mismatch")]
    public async Task Bad_signature_header(string source, string? header, string? value, string title)
    {
        await using var host = await TestHost.StartAsync(null, null, Keys);
        using var meter = new BodyMemoryMeter(host.Services);
        (string, string)[] headers = header is null ? [] : [(header, value!)];
        await using var request = await RawRequest.StartAsync(host.Client.BaseAddress!, $"/webhooks/{source}", Length, headers);
        await request.SendAsync(new byte[100_000]);
        var answer = await request.ReadAnswerAsync();
        Assert.StartsWith("HTTP/1.1 401 Unauthorized\r\n", answer, StringComparison.Ordinal);
        Assert.Contains(title, answer, StringComparison.Ordinal);
        Assert.Equal(0, meter.Bytes);
        Assert.Equal(1, host.Log.Count("SignatureRefused"));
    }

    [Fact]
    public async Task Source_without_a_key_in_a_run_that_takes_only_what_is_signed()
    {
        await using var host = await TestHost.StartAsync(null, null, ("ALLOW_UNSIGNED_WEBHOOKS", "false"));
        await using var request = await RawRequest.StartAsync(host.Client.BaseAddress!, "/webhooks/calendly", Length);
        Assert.Equal(HttpStatusCode.Unauthorized, await request.ReadStatusAsync());
    }

    [Fact]
    public async Task Encoding_that_is_not_taken()
    {
        await using var host = await TestHost.StartAsync();
        await using var request = await RawRequest.StartAsync(host.Client.BaseAddress!, "/webhooks/calendly", Length, ("Content-Encoding", "br"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, await request.ReadStatusAsync());
    }

    [Theory]
    [InlineData("calendly")]
    [InlineData("hubpoint")]
    public async Task Who_needs_no_signature_is_heard_out(string source)
    {
        await using var host = await TestHost.StartAsync(null, builder => builder.Services.AddSingleton<IWebhookSource>(new OwnSource()));
        using var meter = new BodyMemoryMeter(host.Services);
        var body = Bodies.Fixture("calendly/invitee_created_full.json");
        await using var request = await RawRequest.StartAsync(host.Client.BaseAddress!, $"/webhooks/{source}", body.Length);
        await request.SendAsync(body.AsMemory(0, 1_000));
        await Until.TrueAsync(() => meter.Bytes > 0);
        Assert.False(request.IsAnswered);
        await request.SendAsync(body.AsMemory(1_000));
        Assert.Equal(HttpStatusCode.OK, await request.ReadStatusAsync());
        Assert.Equal(0, meter.Bytes);
    }

    [Fact]
    public async Task A_flood_of_refusals_makes_few_lines()
    {
        await using var host = await TestHost.StartAsync(null, null, Keys);
        for (var i = 0; i < 100; i++)
        {
            using var answer = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain("{}"u8.ToArray()));
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        Assert.Equal(10, host.Log.Count("SignatureRefused"));
    }
}
