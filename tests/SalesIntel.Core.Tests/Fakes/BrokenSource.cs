using SalesIntel.Webhooks;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>A source whose reader fails until it is mended.</summary>
internal sealed class BrokenSource : IWebhookSource
{
    public const string Secret = "ann@lee.example";

    public bool IsMended { get; set; }

    public LeadRoute? Route { get; init; } = new LeadRoute.Known(Secret);

    public string Name => "broken";

    public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now) => SignatureValidationResult.Valid;

    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) => IsMended
        ? new WebhookReading
        {
            Kind = WebhookKind.Process,
            EventType = "lead",
            ExternalId = "1",
            IdempotencyKey = "broken:lead:1",
            Revision = "1",
            Route = Route,
        }
        : throw new InvalidOperationException($"A message with {Secret} in it.");
}
