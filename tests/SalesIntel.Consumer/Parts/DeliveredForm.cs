using SalesIntel.Webhooks;

namespace SalesIntel.Consumer.Parts;

/// <summary>The same form from a sender that numbers its deliveries in a header, and sends what is the same in two of them as two.</summary>
internal sealed class DeliveredForm : IWebhookSource
{
    public const string Header = "X-Delivery-Id";

    private readonly ContactForm form = new();

    public string Name => "delivered";

    public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now) => form.Verify(request, now);

    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) => form.Read(body, receivedAt);

    public WebhookReading ReadIdentity(WebhookRequest request, DateTimeOffset receivedAt) =>
        request.Header(Header) is { Length: > 0 } id
            ? Read(request.Body, receivedAt) with { ExternalId = id, IdempotencyKey = $"delivered:form.sent:{id}" }
            : Read(request.Body, receivedAt);
}
