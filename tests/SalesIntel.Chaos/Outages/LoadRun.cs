using System.Diagnostics;
using SalesIntel.Chaos.Machines;

namespace SalesIntel.Chaos.Outages;

/// <summary>Sends bookings at a steady rate, each once and again only where the source would: after a 503 or no answer.</summary>
internal sealed class LoadRun(Site site, int perSecond)
{
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(500);

    private readonly List<Task> sends = [];

    public WebhookSender Sender { get; } = new(site.Http, site.Receiver.Url);

    /// <summary>Bookings that were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>Sends for a time; ends when all that was sent is accepted.</summary>
    public async Task RunAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(time);
        await RunUntilAsync(over.Token, cancellationToken);
    }

    /// <summary>Sends until it is told that it is enough; ends when all that was sent is accepted.</summary>
    public async Task RunUntilAsync(CancellationToken over, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!over.IsCancellationRequested)
        {
            for (; Sent < Stopwatch.GetElapsedTime(started).TotalSeconds * perSecond; Sent++)
            {
                sends.Add(Sender.SendAsync(LoadBook.Booking(Sent), Again, cancellationToken));
            }

            await tick.WaitForNextTickAsync(cancellationToken);
        }

        await Task.WhenAll(sends);
    }
}
