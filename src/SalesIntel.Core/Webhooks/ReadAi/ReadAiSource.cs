namespace SalesIntel.Webhooks.ReadAi;

/// <summary>Read.ai's webhooks: meetings that have ended, in the native and in the flat shape.</summary>
/// <remarks>A webhook made since 2026-03-17 signs the raw body (<see cref="SignatureHeader"/>); older ones and relays may send
/// a shared secret (<see cref="SecretHeader"/>). A wrong signature can't be made good by the secret.</remarks>
public sealed class ReadAiSource : IWebhookSource
{
    /// <summary>The source's name.</summary>
    public const string SourceName = "readai";

    /// <summary>The header of the native signature: hexadecimal HMAC-SHA256 of the raw body.</summary>
    public const string SignatureHeader = "X-Read-Signature";

    /// <summary>The header of the shared secret.</summary>
    public const string SecretHeader = "X-ReadAI-Secret";

    private const string Prefix = "sha256=";
    private readonly ReadAiOptions options;
    private readonly SigningKey[] keys;

    /// <summary>Decodes the keys.</summary>
    /// <param name="options">What is expected; valid options, see <see cref="ReadAiOptions.Settings"/>.</param>
    /// <exception cref="ArgumentException">A signing key is empty or not base64.</exception>
    public ReadAiSource(ReadAiOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        keys =
        [
            .. options.SigningKeys.Select((key, i) => new SigningKey(DecodeKey(key) ?? throw new ArgumentException(
                $"{nameof(options.SigningKeys)}[{i}] is empty or not base64.",
                nameof(options)))),
        ];
    }

    /// <inheritdoc/>
    public string Name => SourceName;

    /// <inheritdoc/>
    public SignatureHint Hint { get; } =
        new($"{SignatureHeader} (or {SecretHeader})", "READAI_SIGNING_KEY or READAI_SHARED_SECRET");

    /// <inheritdoc/>
    public SignatureCheck BeginCheck(Func<string, string?> header, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(header);
        var secretExpected = !string.IsNullOrWhiteSpace(options.SharedSecret);
        if (keys.Length == 0 && !secretExpected)
        {
            return SignatureCheck.Of(SignatureValidationResult.NotConfigured);
        }

        if (keys.Length > 0 && header(SignatureHeader)?.Trim() is { Length: > 0 } signature)
        {
            var hex = signature.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? signature[Prefix.Length..] : signature;
            return HmacSignature.Parse(hex) is { } digest
                ? SignatureCheck.HmacSha256(keys, [], [digest])
                : SignatureCheck.Of(SignatureValidationResult.Malformed);
        }

        if (secretExpected && header(SecretHeader) is { Length: > 0 } secret)
        {
            return SignatureCheck.Of(HmacSignature.SameSecret(secret, options.SharedSecret)
                ? SignatureValidationResult.Valid
                : SignatureValidationResult.Mismatch);
        }

        return SignatureCheck.Of(SignatureValidationResult.Missing);
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
    public WebhookReading Read(ReadOnlyMemory<byte> body, DateTimeOffset receivedAt) => ReadAiReader.Read(body, receivedAt, options);

    internal static byte[]? DecodeKey(string? base64)
    {
        var bytes = new byte[base64?.Length ?? 0];
        return Convert.TryFromBase64String(base64 ?? "", bytes, out var length) && length > 0 ? bytes[..length] : null;
    }
}
