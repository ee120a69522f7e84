using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Leads;
using SalesIntel.Webhooks;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>A sender of forms whose deliveries are identified by a header alone.</summary>
internal sealed class HeaderSource : IWebhookSource
{
    private const string Delivery = "X-Delivery";

    public string Name => "by-header";

    public static WebhookRequest Request(string delivery) => new(
        Encoding.UTF8.GetBytes("""{"email":"bo@quill.example","name":"Bo Quill","company":"Quill Print"}"""),
        header => header == Delivery ? delivery : null);

    public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now) => SignatureValidationResult.Valid;

    public WebhookReading ReadIdentity(WebhookRequest request, DateTimeOffset receivedAt) => Read(request.Body, receivedAt) with
    {
        ExternalId = request.Header(Delivery)!, IdempotencyKey = $"by-header:form:{request.Header(Delivery)}",
    };

    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        var form = JsonNode.Parse(body.Span)!;
        var email = (string)form["email"]!;
        return new WebhookReading
        {
            Kind = WebhookKind.Process,
            EventType = "form",
            ExternalId = "",
            IdempotencyKey = "",
            Revision = "1",
            Route = new LeadRoute.Known(email),
            Document = new FormDocument("by-header:1", email, receivedAt)
            {
                Name = (string)form["name"]!, Answers = [new FormAnswer("Company", (string)form["company"]!)],
            },
        };
    }
}
