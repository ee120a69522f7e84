using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Redis;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>Stores on a server of a test's own, and what is put into them.</summary>
internal static class RedisClient
{
    private static readonly Lane Lane = Lane.Lead(LeadKey.FromEmail("ada@lovelace.example"));

    public static RedisStore Create(string url, Action<RedisStoreOptions>? configure = null, TimeProvider? time = null)
    {
        var options = new RedisStoreOptions { Url = url };
        configure?.Invoke(options);
        return new RedisStore(Options.Create(options), time ?? TimeProvider.System, NullLogger<RedisStore>.Instance);
    }

    public static NewEvent Event(string id) => new()
    {
        Source = "calendly",
        EventType = "invitee.created",
        ExternalId = id,
        IdempotencyKey = $"calendly:invitee.created:{id}",
        Revision = "1",
        Payload = "{}"u8.ToArray(),
        Lane = Lane,
    };

    /// <summary>Has one process wait for longer than the test may last and another accept events until it wakes.</summary>
    public static async Task WakesAsync(RedisStore receiver, RedisStore worker)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        for (var index = 0; ; index++)
        {
            // The subscription is made a moment after the connection.
            var waiting = worker.WaitForWorkAsync(TimeSpan.FromMinutes(5), limit.Token);
            await receiver.AcceptAsync(Event($"{index}"), limit.Token);
            if (await Task.WhenAny(waiting, Task.Delay(500, limit.Token)) == waiting)
            {
                await waiting;
                return;
            }

            while (await receiver.ClaimOneAsync(TimeSpan.FromHours(1), limit.Token) is { } held)
            {
                await receiver.CommitAsync(held, new EventCommit { Next = new NextStep.Finish(EventStatus.Ignored, false) }, limit.Token);
            }
        }
    }

    public static async Task EventuallyAsync(Func<Task> act)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            try
            {
                await act();
                return;
            }
            catch (StoreUnavailableException)
            {
                await Task.Delay(50, limit.Token);
            }
        }
    }
}
