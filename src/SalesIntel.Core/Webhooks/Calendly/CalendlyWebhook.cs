namespace SalesIntel.Webhooks.Calendly;

/// <summary>Reads the body of a Calendly webhook about an invitee, see
/// https://developer.calendly.com/api-docs/webhook-payload. Every key but <c>event</c>, <c>payload.uri</c> and
/// <c>payload.email</c> may be missing, null or of another type.</summary>
public static class CalendlyWebhook
{
    /// <summary>Reads a body. Never throws for any input.</summary>
    /// <param name="body">The raw body.</param>
    /// <param name="receivedAt">When it was received: stands in where the message tells no time at all.</param>
    /// <param name="problem">Why there is no message: names the field, never its value; empty when there is one.</param>
    /// <returns>The message, or null when the body is unreadable or about something else than an invitee.</returns>
    public static CalendlyMessage? TryRead(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt, out string problem)
    {
        var (reading, message) = CalendlyReader.Read(body, receivedAt, eventTypeId: "");
        problem = reading.Reason;
        return message;
    }
}
