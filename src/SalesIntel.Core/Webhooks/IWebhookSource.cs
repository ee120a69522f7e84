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

    /// <summary>Begins the check of a signature before the body is read: what the headers alone decide, e.g. a signature that is missing
    /// or stale, is answered without reading it, and a body is hashed as it arrives. A source that does not implement it gets the whole body
    /// in <see cref="Verify"/>.</summary>
    /// <param name="header">Looks up a header by name, case-insensitively; null when absent.</param>
    /// <param name="now">The time against which a signed time stamp is checked.</param>
    /// <returns>The check, whose result for a whole body is that of <see cref="Verify"/>; null to be asked for that.</returns>
    SignatureCheck? BeginCheck(Func<string, string?> header, DateTimeOffset now) => null;

    /// <summary>Reads a message. Called by the worker. Never throws for any input; should it throw all the same, the message is kept as
    /// unreadable. The body is the caller's: what is kept of it must be copied.</summary>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="receivedAt">When it was received, UTC: stands in where the message tells no time.</param>
    WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt);

    /// <summary>Reads what identifies a message and whose it is, when it is received; the same as <see cref="Read"/>, of which
    /// <see cref="WebhookReading.Facts"/> and <see cref="WebhookReading.Document"/> may be left out. A source implements it where the rest
    /// costs time for which the sender would wait, and where a header has what identifies the message: headers are not stored, so that
    /// <see cref="Read"/> does not see them, and what was read here stands with the event.</summary>
    /// <param name="request">The headers, and the body as <see cref="Read"/> gets it: unpacked where it came compressed.</param>
    /// <param name="receivedAt">When it was received, UTC.</param>
    WebhookReading ReadIdentity(WebhookRequest request, DateTimeOffset receivedAt) => Read(request.Body, receivedAt);
}
