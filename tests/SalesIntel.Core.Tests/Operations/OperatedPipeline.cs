using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Failures;
using SalesIntel.Operations;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Operations;

/// <summary>What tests of operations need of a pipeline.</summary>
internal static class OperatedPipeline
{
    public const string Ada = "ada@quill.example";

    public static EventOperations Operations(this Pipeline pipeline) => pipeline.Services.GetRequiredService<EventOperations>();

    public static ProviderException Refusal() => new("test", "NOT_APPROVED", "record not approved");

    public static ProviderException Away() => new("test", "unreachable", "no answer") { IsTransient = true, IsOutage = true };

    /// <summary>The CRM refuses these calls for good, until <see cref="Heal"/>.</summary>
    public static void Refuse(this Pipeline pipeline, params string[] calls) => pipeline.Crm.Before = call =>
    {
        if (calls.Contains(call))
        {
            throw Refusal();
        }
    };

    public static void Heal(this Pipeline pipeline) => pipeline.Crm.Before = _ => { };

    /// <summary>A booking as it was kept when the reader of that time did not know its form.</summary>
    public static NewEvent NotUnderstood(string name, string body) => new()
    {
        Source = "calendly",
        EventType = "unreadable",
        ExternalId = name,
        IdempotencyKey = $"calendly:unreadable:{name}",
        Revision = "",
        Payload = Encoding.UTF8.GetBytes(body),
        Status = EventStatus.Failed,
        Reason = "an older reader did not know this form",
        Stage = Stage.Route,
    };

    public static async Task<string> PostAndDrainAsync(this Pipeline pipeline, string body)
    {
        var outcome = await pipeline.PostAsync(body);
        await pipeline.DrainAsync();
        return outcome.EventId;
    }

    public static async Task<WebhookEvent> EventAsync(this Pipeline pipeline, string eventId) =>
        (await pipeline.Store.GetAsync(eventId, CancellationToken.None))!;

    /// <summary>All of a throttled sequence: the clock is moved whenever it waits.</summary>
    public static async Task<List<T>> ThrottledAllAsync<T>(this IAsyncEnumerable<T> source, Pipeline pipeline)
    {
        List<T> all = [];
        await using var each = source.GetAsyncEnumerator();
        while (true)
        {
            var next = each.MoveNextAsync().AsTask();
            while (!next.IsCompleted)
            {
                // Work that is only slow is no wait: the clock would run ahead of it by hours.
                await Task.WhenAny(next, Task.Delay(1));
                pipeline.Time.Advance(TimeSpan.FromMilliseconds(next.IsCompleted ? 0 : 50));
            }

            if (!await next)
            {
                return all;
            }

            all.Add(each.Current);
        }
    }
}
