namespace SalesIntel.Demo;

/// <summary>What a message of the demo was answered with.</summary>
/// <param name="Webhook">The message.</param>
/// <param name="Result"><c>accepted</c>, <c>duplicate</c>, <c>ignored</c> or the status code.</param>
/// <param name="EventId">The event; empty when none was stored.</param>
/// <param name="Elapsed">From sending to the answer.</param>
internal sealed record DemoAnswer(DemoWebhook Webhook, string Result, string EventId, TimeSpan Elapsed)
{
    /// <summary>After how long the message is to be sent again; null when the answer does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How often the message was sent until this answer.</summary>
    public int Sends { get; init; } = 1;
}
