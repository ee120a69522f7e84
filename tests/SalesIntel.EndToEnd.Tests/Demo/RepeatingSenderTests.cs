using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using SalesIntel.Demo;

namespace SalesIntel.EndToEnd.Tests.Demo;

/// <summary>The demo sends as Calendly and Read.ai do.</summary>
public sealed class RepeatingSenderTests
{
    private static readonly DemoWebhook Booking = new("A booking", "calendly", "invitee_created_full", "accepted");

    [Fact]
    public async Task Message_that_is_answered_with_503_is_sent_again_and_signed_anew()
    {
        await using var receiver = await Receiver.StartAsync(busyTimes: 2);
        var time = new TimeWithoutWaits();
        var answer = await receiver.SenderOf(time, TimeSpan.FromMinutes(5)).SendAsync(Booking, CancellationToken.None);

        Assert.Equal(("accepted", "0123", 3), (answer.Result, answer.EventId, answer.Sends));
        Assert.Equal([TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2)], time.Waits);
        Assert.Equal(3, receiver.Signatures.Distinct().Count());
    }

    [Fact]
    public async Task Sender_gives_up_when_the_answer_asks_for_more_patience_than_it_has()
    {
        await using var receiver = await Receiver.StartAsync(busyTimes: int.MaxValue);
        var answer = await receiver.SenderOf(TimeProvider.System, TimeSpan.FromSeconds(1)).SendAsync(Booking, CancellationToken.None);

        Assert.Equal(("503", 1), (answer.Result, answer.Sends));
    }

    // What is waited for has passed at once.
    private sealed class TimeWithoutWaits : TimeProvider
    {
        private readonly List<TimeSpan> waits = [];

        public IReadOnlyList<TimeSpan> Waits => waits;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(waits.Sum(wait => wait.Ticks));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            waits.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    private sealed class Receiver(WebApplication app, List<string> signatures) : IAsyncDisposable
    {
        private readonly HttpClient http = new() { BaseAddress = new Uri(app.Urls.First()) };

        public IReadOnlyList<string> Signatures => signatures;

        public static async Task<Receiver> StartAsync(int busyTimes)
        {
            var app = WebApplication.CreateSlimBuilder().Build();
            app.Urls.Add("http://127.0.0.1:0");
            List<string> signatures = [];
            app.MapPost("/webhooks/calendly", (HttpContext context) =>
            {
                signatures.Add(context.Request.Headers["Calendly-Webhook-Signature"].ToString());
                if (signatures.Count <= busyTimes)
                {
                    context.Response.Headers.RetryAfter = "2";
                    return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
                }

                return Results.Text("""{"ok":true,"event_id":"0123"}""", "application/json");
            });
            await app.StartAsync();
            return new Receiver(app, signatures);
        }

        public RepeatingSender SenderOf(TimeProvider time, TimeSpan patience) => new(new DemoSender(http, time), time, patience);

        public async ValueTask DisposeAsync()
        {
            http.Dispose();
            await app.DisposeAsync();
        }
    }
}
