namespace SalesIntel.Webhooks;

/// <summary>A sender of webhooks: how its messages are proven genuine and what they say. Pure functions; nothing is looked up or stored
/// here, so that a stored message read again gives the same.</summary>
/// <remarks>To add a source, register an implementation as a singleton <see cref="IWebhookSource"/>.</remarks>
public interface IWebhookSource
{
    /// <summary>Name in the URL, in keys and in events, e.g. <c>calendly</c>. It must never change: stored events are read by the source
    /// of this name.</summary>
    string Name { get; }

    /// <summary>What to tell whoever sets up the signature.</summary>
    SignatureHint Hint => SignatureHint.Unknown;

    /// <summary>Checks the signature over the raw bytes, in constant time. Without a key the answer is
    /// <see cref="SignatureValidationResult.NotConfigured"/>; whether such a message is taken is not the source's to decide.</summary>
    /// <param name="request">The request as received.</param>
    /// <param name="now">The time against which a signed time stamp is checked.</param>
    SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now);

    /// <summary>Reads a message. Called when it is received, for its identity, and again by the worker, for all the rest. Never throws
    /// for any input; should it throw all the same, the message is kept as unreadable.</summary>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="receivedAt">When it was received, UTC: stands in where the message tells no time.</param>
    WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt);
}
