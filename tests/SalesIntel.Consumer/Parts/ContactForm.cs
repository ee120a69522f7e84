using System.Text.Json;
using SalesIntel.Leads;
using SalesIntel.Webhooks;

namespace SalesIntel.Consumer.Parts;

/// <summary>A source of the consumer's own: a plain contact form.</summary>
internal sealed class ContactForm : IWebhookSource
{
    public string Name => "contact";

    public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now) =>
        request.Header("X-Contact-Key") == "secret" ? SignatureValidationResult.Valid : SignatureValidationResult.NotConfigured;

    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        using var form = JsonDocument.Parse(body);
        var root = form.RootElement;
        var id = root.GetProperty("id").GetString()!;
        var email = root.GetProperty("email").GetString()!;
        return new WebhookReading
        {
            Kind = WebhookKind.Process,
            EventType = "form.sent",
            ExternalId = id,
            IdempotencyKey = $"contact:form.sent:{id}",
            Revision = "1",
            Route = new LeadRoute.Known(email),
            Facts =
            [
                new ValuesStated
                {
                    At = receivedAt,
                    Document = $"contact:{id}",
                    Revision = receivedAt,
                    Values = LeadValues.Empty
                        .With(LeadFields.FirstName, FieldValue.Of(root.GetProperty("first_name").GetString()))
                        .With(LeadFields.LastName, FieldValue.Of(root.GetProperty("last_name").GetString()))
                        .With(DemoFields.LeadSource, FieldValue.Of("Contact form")),
                },
            ],
            Document = new FormDocument($"contact:{id}", email, receivedAt)
            {
                Title = "Contact form",
                Answers = [new FormAnswer("Company", root.GetProperty("company").GetString()!), new FormAnswer("Message", root.GetProperty("message").GetString()!)],
            },
        };
    }
}
