using SalesIntel.Webhooks;

namespace SalesIntel.Testing;

/// <summary>A source whose messages need no signature.</summary>
internal sealed class TrustedSource(IWebhookSource source) : IWebhookSource
{
    public string Name => source.Name;

    public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now) => SignatureValidationResult.Valid;

    public WebhookReading ReadIdentity(WebhookRequest request, DateTimeOffset receivedAt) => source.ReadIdentity(request, receivedAt);

    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) => source.Read(body, receivedAt);
}
