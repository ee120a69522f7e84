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
    private readonly SigningKey[] keys =
        [.. options.SigningKeys.Where(key => !string.IsNullOrWhiteSpace(key)).Select(key => new SigningKey(Encoding.UTF8.GetBytes(key)))];

    private readonly string eventTypeId = SafeId.OfUri(options.EventTypeUri);

    /// <inheritdoc/>
    public string Name => SourceName;

    /// <inheritdoc/>
    public SignatureHint Hint { get; } = new(SignatureHeader, "CALENDLY_SIGNING_KEY");

    /// <inheritdoc/>
    public SignatureCheck BeginCheck(Func<string, string?> header, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(header);
        return keys.Length == 0
            ? SignatureCheck.Of(SignatureValidationResult.NotConfigured)
            : CalendlySignature.Begin(header(SignatureHeader), keys, options.SignatureTolerance, now);
    }

    /// <inheritdoc/>
    public SignatureValidationResult Verify(WebhookRequest request, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var check = BeginCheck(request.Header, now);
        check.Append(request.Body.Span);
        return check.Finish();
    }

    /// <inheritdoc/>
    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) =>
        CalendlyReader.Read(body, receivedAt, eventTypeId, isWhole: true);

    /// <inheritdoc/>
    public WebhookReading ReadIdentity(WebhookRequest request, DateTimeOffset receivedAt)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CalendlyReader.Read(request.Body, receivedAt, eventTypeId, isWhole: false);
    }
}
