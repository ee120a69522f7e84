using Microsoft.Extensions.Time.Testing;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Endpoints;

public sealed class BodyDeadlineTests
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(true, 5_000)]
    [InlineData(true, 900_000)]
    [InlineData(false, 5_000)]
    public async Task A_body_that_does_not_come_whole_is_given_up_and_its_memory_given_back(bool hasLength, int sent)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await TestHost.StartAsync(time);
        using var meter = new BodyMemoryMeter(host.Services);
        await using var request = await RawRequest.StartAsync(host.Client.BaseAddress!, "/webhooks/calendly", hasLength ? 1_000_000 : null);
        if (hasLength)
        {
            await request.SendAsync(new byte[sent]);
        }
        else
        {
            await request.SendChunkAsync(new byte[sent]);
        }

        await Until.TrueAsync(() => meter.Bytes >= sent);
        Assert.False(request.IsAnswered);

        // The deadline begins some time after the first bytes were taken.
        var waited = TimeSpan.Zero;
        await Until.TrueAsync(() =>
        {
            time.Advance(TimeSpan.FromSeconds(1));
            waited += TimeSpan.FromSeconds(1);
            return request.IsAnswered;
        });
        Assert.InRange(waited.TotalSeconds, 10, 3_600);
        var answer = await request.ReadAnswerAsync();
        Assert.StartsWith("HTTP/1.1 408 Request Timeout\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close\r\n", answer, StringComparison.Ordinal);
        Assert.EndsWith("""{"title":"Request timeout","status":408,"detail":"The body did not arrive whole within 10 s."}""", answer, StringComparison.Ordinal);
        Assert.Equal((0, 1), (meter.Bytes, host.Log.Count("BodyTooSlow")));
    }

    [Fact]
    public async Task However_fast_it_drips_the_deadline_is_absolute()
    {
        await using var host = await TestHost.StartAsync(null, null, ("BODY_TIMEOUT_SECONDS", "1"));
        await using var request = await RawRequest.StartAsync(host.Client.BaseAddress!, "/webhooks/calendly", 10_000_000);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var isOpen = true;
        for (var sent = 0; isOpen && sent < 5_000_000 && await tick.WaitForNextTickAsync(); sent += 1_000)
        {
            isOpen = await request.TrySendAsync(new byte[1_000]);
        }

        Assert.False(isOpen);
        Assert.Equal(1, host.Log.Count("BodyTooSlow"));
    }
}
