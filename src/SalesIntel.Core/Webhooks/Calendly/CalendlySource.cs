using System.Text;
using SalesIntel.Text;

namespace SalesIntel.Webhooks.Calendly;

/// <summary>Calendly's webhooks (API version 2): about invitees and their no-shows; all other events are ignored.</summary>
/// <param name="options">What is expected; valid options, see <see cref="CalendlyOptions.Settings"/>.</param>
public sealed class CalendlySource(CalendlyOptions options) : IWebhookSource
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "calendly";

    /// <summary>The header that carries the signature.</summary>
    public const string SignatureHeader = "Calendly-Webhook-Signature";

    // An empty key would let everyone sign.
    private readonly byte[][] keys =
        [.. options.SigningKeys.Where(key => !string.IsNullOrWhiteSpace(key)).Select(Encoding.UTF8.GetBytes)];

    /// <inheritdoc/>
    public string Name => SourceName;

    /// <inheritdoc/>
    public SignatureHint Hint { get; } = new(SignatureHeader, "CALENDLY_SIGNING_KEY");

    /// <inheritdoc/>
    public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (keys.Length == 0)
        {
            return SignatureValidationResult.NotConfigured;
        }

        return CalendlySignature.Verify(
            request.Header(SignatureHeader),
            request.Body.Span,
            keys,
            options.SignatureTolerance,
            now);
    }

    /// <inheritdoc/>
    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) =>
        CalendlyReader.Read(body, receivedAt, SafeId.OfUri(options.EventTypeUri));
}
