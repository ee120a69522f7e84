namespace SalesIntel.Webhooks;

/// <summary>A sender of webhooks: how its messages are proven genuine and what identifies them. Pure functions; nothing
/// is stored here.</summary>
public interface IWebhookSource
{
    /// <summary>Name in the URL, in keys and in events: <c>calendly</c>, <c>readai</c>.</summary>
    string Name { get; }

    /// <summary>Checks the signature over the raw bytes, in constant time.</summary>
    /// <param name="request">The request as received.</param>
    /// <param name="now">The time against which a signed time stamp is checked.</param>
    SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now);

    /// <summary>Reads what identifies the message. Never throws for any input.</summary>
    /// <param name="body">The raw body.</param>
    WebhookReading Read(ReadOnlyMemory<byte> body);
}
