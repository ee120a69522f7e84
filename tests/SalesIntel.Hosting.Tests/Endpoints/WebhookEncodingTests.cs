using System.IO.Compression;
using System.Net;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Endpoints;

/// <summary>Compressed bodies over HTTP.</summary>
public sealed class WebhookEncodingTests
{
    private static readonly byte[] Booking = Bodies.Fixture("calendly/invitee_created_full.json");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Gzip_is_taken_whether_signed_before_or_after(bool signedBefore)
    {
        await using var host = await TestHost.StartAsync(null, null, ("CALENDLY_SIGNING_KEY", Bodies.CalendlyKey));
        var body = Gzip(Booking);
        using var signed = Bodies.Calendly(signedBefore ? Booking : body, DateTimeOffset.UtcNow);
        using var content = Bodies.Plain(body);
        content.Headers.Add("Calendly-Webhook-Signature", signed.Headers.GetValues("Calendly-Webhook-Signature"));
        content.Headers.ContentEncoding.Add("gzip");

        using var answer = await host.Client.PostAsync("/webhooks/calendly", content);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var lease = await host.Store.Inner.ClaimOneAsync(TimeSpan.FromSeconds(30), default);
        Assert.Equal(Booking, lease!.Event.Payload.ToArray());
    }

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Another_encoding_is_answered_with_415_and_what_is_taken(string encoding)
    {
        await using var host = await TestHost.StartAsync();
        using var content = Bodies.Plain(Booking);
        content.Headers.ContentEncoding.Add(encoding);

        using var answer = await host.Client.PostAsync("/webhooks/calendly", content);

        await Problems.AssertAsync(answer, HttpStatusCode.UnsupportedMediaType, "Unsupported encoding");
        Assert.Equal("gzip, identity", string.Join(", ", answer.Headers.GetValues("Accept-Encoding")));
    }

    [Fact]
    public async Task Body_that_unpacks_to_more_than_the_limit_is_answered_with_413()
    {
        await using var host = await TestHost.StartAsync(null, null, ("MAX_BODY_BYTES", "100000"));
        using var content = Bodies.Plain(Gzip(new byte[100_001]));
        content.Headers.ContentEncoding.Add("gzip");

        using var answer = await host.Client.PostAsync("/webhooks/calendly", content);

        await Problems.AssertAsync(answer, HttpStatusCode.RequestEntityTooLarge, "Payload too large");
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(plain);
        }

        return compressed.ToArray();
    }
}
