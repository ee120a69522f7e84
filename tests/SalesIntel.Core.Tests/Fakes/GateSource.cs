using SalesIntel.Webhooks;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>A source whose signature check answers what a test says; it reads as another one does.</summary>
internal sealed class GateSource(IWebhookSource reader) : IWebhookSource
{
    public SignatureValidationResult Answer { get; set; } = SignatureValidationResult.NotConfigured;

    public string Name => reader.Name;

    public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now) => Answer;

    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) => reader.Read(body, receivedAt);
}
