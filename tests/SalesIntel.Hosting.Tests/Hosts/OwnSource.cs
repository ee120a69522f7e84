using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>A source as a user of the packages registers it.</summary>
internal sealed class OwnSource(string? name = "hubpoint") : IWebhookSource
{
    public string Name => name!;

    public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now) => SignatureValidationResult.Valid;

    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) => new()
    {
        Kind = WebhookKind.Process,
        EventType = "form.sent",
        ExternalId = "f1",
        IdempotencyKey = "hubpoint:form.sent:f1",
        Revision = "1",
        Route = new LeadRoute.Known("ada@quill.example"),
    };
}
