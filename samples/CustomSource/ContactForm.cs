using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using SalesIntel.Leads;
using SalesIntel.Text;
using SalesIntel.Webhooks;

namespace CustomSource;

/// <summary>Reads what a form posts: <c>name=Bo+Quill&amp;email=bo@quill.example&amp;company=…&amp;message=…</c>.</summary>
internal sealed class ContactForm(string key) : IWebhookSource
{
    private const string KeyHeader = "X-Contact-Key";

    // The path is /webhooks/contact, and stored messages are read by the source of this name: it must not change.
    public string Name => "contact";

    public SignatureHint Hint { get; } = new(KeyHeader, "CONTACT_FORM_KEY");

    public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now) =>
        key.Length == 0 ? SignatureValidationResult.NotConfigured
        : request.Header(KeyHeader) is not { } sent ? SignatureValidationResult.Missing
        : CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(sent), Encoding.UTF8.GetBytes(key)) ? SignatureValidationResult.Valid
        : SignatureValidationResult.Mismatch;

    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt)
    {
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span));
        string Answer(string field) => form.TryGetValue(field, out var values) ? values.ToString().Trim() : "";

        // The same message sent twice is one: its content is its identity.
        var id = Convert.ToHexStringLower(SHA256.HashData(body.Span)[..16]);
        var isReadable = EmailAddress.TryParse(Answer("email"), out var email);
        var reading = new WebhookReading
        {
            Kind = isReadable ? WebhookKind.Process : WebhookKind.Unreadable,
            Reason = isReadable ? "" : "email is missing or not an e-mail address",
            EventType = "form.sent", ExternalId = id, IdempotencyKey = $"contact:form.sent:{id}", Revision = "1",
        };
        var source = LeadValues.Empty.With(DemoFields.LeadSource, FieldValue.Of("Contact form"));
        return !isReadable ? reading : reading with
        {
            Route = new LeadRoute.Known(email.Value),
            Facts = [new ValuesStated { At = receivedAt, Document = $"contact:{id}", Revision = receivedAt, Values = source }],
            Document = new FormDocument($"contact:{id}", email.Value, receivedAt)
            {
                Title = "Contact form",
                Name = Answer("name"),
                Answers = [new FormAnswer("Company", Answer("company")), new FormAnswer("Message", Answer("message"))],
            },
        };
    }
}
