using System.IO.Compression;
using System.Net;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Endpoints;

public sealed class BodyBudgetTests
{
    private const int Megabyte = 1024 * 1024;

    private static readonly (string, string)[] Small = [("MAX_BODY_BYTES", "1048576"), ("BODY_MEMORY_BYTES", "4194304")];

    [Fact]
    public async Task Large_bodies_are_put_off_when_their_share_is_used_up_and_small_ones_go_on()
    {
        await using var host = await TestHost.StartAsync(null, null, Small);
        using var meter = new BodyMemoryMeter(host.Services);
        List<RawRequest> held = [];
        for (var i = 0; i < 3; i++)
        {
            var request = await RawRequest.StartAsync(host.Client.BaseAddress!, "/webhooks/calendly", Megabyte);
            await request.SendAsync(new byte[Megabyte - 1]);
            held.Add(request);
            await Until.TrueAsync(() => meter.Bytes == (held.Count * Megabyte));
        }

        using var busy = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(new byte[Megabyte]));
        await Problems.AssertAsync(busy, HttpStatusCode.ServiceUnavailable, "Busy");
        Assert.Equal("2", busy.Headers.GetValues("Retry-After").Single());
        Assert.Equal(1, host.Log.Count("BodyMemoryUsedUp"));
        using var small = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(Bodies.Fixture("calendly/invitee_created_full.json")));
        Assert.Equal(HttpStatusCode.OK, small.StatusCode);

        // One ends, one goes away: both make room.
        await held[0].SendAsync(new byte[1]);
        Assert.Equal(HttpStatusCode.OK, await held[0].ReadStatusAsync());
        held[1].Abort();
        await Until.TrueAsync(() => meter.Bytes == Megabyte);
        using var taken = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(new byte[Megabyte]));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        held[2].Abort();
        await Until.TrueAsync(() => meter.Bytes == 0);
    }

    [Fact]
    public async Task An_unpacked_body_is_counted_too()
    {
        await using var host = await TestHost.StartAsync(null, null, Small);
        using var meter = new BodyMemoryMeter(host.Services);
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(new byte[Megabyte]);
        }

        List<RawRequest> held = [];
        for (var i = 0; i < 3; i++)
        {
            held.Add(await RawRequest.StartAsync(host.Client.BaseAddress!, "/webhooks/calendly", Megabyte));
            await held[i].SendAsync(new byte[Megabyte - 1]);
        }

        await Until.TrueAsync(() => meter.Bytes == 3 * Megabyte);
        using var busy = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(bomb.ToArray()));
        await Problems.AssertAsync(busy, HttpStatusCode.ServiceUnavailable, "Busy");
        held.ForEach(request => request.Abort());
        await Until.TrueAsync(() => meter.Bytes == 0);
        using var taken = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(bomb.ToArray()));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        await Until.TrueAsync(() => meter.Bytes == 0);
    }

    [Theory]
    [InlineData("accepted", HttpStatusCode.OK)]
    [InlineData("wrong signature", HttpStatusCode.Unauthorized)]
    [InlineData("too long in chunks", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("damaged gzip", HttpStatusCode.OK)]
    [InlineData("store away", HttpStatusCode.ServiceUnavailable)]
    [InlineData("store broken", HttpStatusCode.InternalServerError)]
    [InlineData("broken chunk", HttpStatusCode.BadRequest)]
    public async Task Whatever_becomes_of_a_body_its_memory_is_given_back(string what, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync(null, null, [.. Small, ("READAI_SIGNING_KEY", Bodies.ReadAiKey)]);
        using var meter = new BodyMemoryMeter(host.Services);
        host.Store.IsAway = what == "store away";
        host.Store.IsBroken = what == "store broken";
        foreach (var length in (int[])[3_000, 300_000])
        {
            var body = new byte[what == "too long in chunks" ? Megabyte + length : length];
            (what == "damaged gzip" ? [0x1F, 0x8B, 8] : "{\"a\":"u8).CopyTo(body);
            using var signed = Bodies.ReadAi(body);
            var signature = what == "wrong signature" ? new string('0', 64) : signed.Headers.GetValues("X-Read-Signature").Single();
            await using var request = await RawRequest.StartAsync(
                host.Client.BaseAddress!, "/webhooks/readai", null, ("X-Read-Signature", signature));
            await request.SendChunkAsync(body);
            await request.SendAsync(what == "broken chunk" ? "80000000\r\n"u8.ToArray() : "0\r\n\r\n"u8.ToArray());
            Assert.Equal(expected, await request.ReadStatusAsync());
            Assert.Equal(0, meter.Bytes);
        }
    }

    [Fact]
    public async Task What_a_hanging_store_may_still_read_stays_counted()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await TestHost.StartAsync(time);
        using var meter = new BodyMemoryMeter(host.Services);
        host.Store.Hangs = true;
        var asking = host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(Bodies.Fixture("calendly/invitee_created_full.json")));
        await host.Store.Asked.Task;
        time.Advance(TimeSpan.FromSeconds(6));
        using var answer = await asking;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.True(meter.Bytes > 0);
    }
}
