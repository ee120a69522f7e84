using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Engine;

/// <summary>What was read of the events that are being worked on: each stage of an event needs it, and the same body says the same each time.
/// For several threads. What another process goes on with is forgotten when enough has been read after it.</summary>
internal sealed class RecentReadings
{
    private const int Most = 256;

    // A transcript is read again: together they would be too much to hold.
    private const int LongestPayload = 16 * 1024;

    private readonly Lock gate = new();
    private readonly Dictionary<string, (ReadOnlyMemory<byte> Payload, WebhookReading Reading)> known = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();

    /// <summary>What the event says, read now or for an earlier stage of it.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="read">Reads it.</param>
    public WebhookReading Of(WebhookEvent stored, Func<WebhookEvent, WebhookReading> read)
    {
        // The last stage is not read for another one.
        var isLast = stored.Stage == Stage.Deliver;
        lock (gate)
        {
            if (known.TryGetValue(stored.EventId, out var earlier) && earlier.Payload.Span.SequenceEqual(stored.Payload.Span))
            {
                if (isLast)
                {
                    known.Remove(stored.EventId);
                }

                return earlier.Reading;
            }
        }

        var reading = read(stored);
        if (!isLast && reading.Document is not null && stored.Payload.Length <= LongestPayload)
        {
            Keep(stored, reading);
        }

        return reading;
    }

    private void Keep(WebhookEvent stored, WebhookReading reading)
    {
        lock (gate)
        {
            if (known.TryAdd(stored.EventId, (stored.Payload, reading)))
            {
                order.Enqueue(stored.EventId);
            }

            while (order.Count > Most)
            {
                known.Remove(order.Dequeue());
            }
        }
    }
}
