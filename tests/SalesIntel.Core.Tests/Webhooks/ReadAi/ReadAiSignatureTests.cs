using System.Security.Cryptography;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Webhooks.ReadAi;

public sealed class ReadAiSignatureTests
{
    private const string Secret = "relay-secret";
    private static readonly byte[] Body = "{\"session_id\":\"S1\"}"u8.ToArray();
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];
    private static readonly byte[] OtherKey = [7, 7, 7];

    private static readonly ReadAiOptions Both = new()
    {
        SigningKeys = [Convert.ToBase64String(OtherKey), Convert.ToBase64String(Key)],
        SharedSecret = Secret,
    };

    [Fact]
    public void Signature_of_any_key_is_valid_also_in_capitals_and_with_a_prefix()
    {
        Assert.Equal(SignatureValidationResult.Valid, Verify(Both, Sign(Key), null));
        Assert.Equal(SignatureValidationResult.Valid, Verify(Both, Sign(OtherKey).ToUpperInvariant(), null));
        Assert.Equal(SignatureValidationResult.Valid, Verify(Both, "sha256=" + Sign(Key), null));
    }

    [Fact]
    public void Right_secret_does_not_make_good_a_wrong_signature()
    {
        Assert.Equal(SignatureValidationResult.Mismatch, Verify(Both, Sign([1]), Secret));
        Assert.Equal(SignatureValidationResult.Malformed, Verify(Both, "abc", Secret));
    }

    [Theory]
    [InlineData(Secret, SignatureValidationResult.Valid)]
    [InlineData("relay-secret ", SignatureValidationResult.Mismatch)]
    [InlineData("RELAY-SECRET", SignatureValidationResult.Mismatch)]
    [InlineData("x", SignatureValidationResult.Mismatch)]
    [InlineData("", SignatureValidationResult.Missing)]
    [InlineData(null, SignatureValidationResult.Missing)]
    public void Secret_alone_is_compared_exactly(string? sent, SignatureValidationResult expected)
    {
        Assert.Equal(expected, Verify(Both, null, sent));
        Assert.Equal(expected, Verify(new ReadAiOptions { SharedSecret = Secret }, "unused signature", sent));
    }

    [Fact]
    public void Secret_counts_for_nothing_when_none_is_configured() =>
        Assert.Equal(
            SignatureValidationResult.Missing,
            Verify(new ReadAiOptions { SigningKeys = [Convert.ToBase64String(Key)] }, null, Secret));

    [Fact]
    public void Without_key_and_secret_nothing_can_be_checked() =>
        Assert.Equal(SignatureValidationResult.NotConfigured, Verify(new ReadAiOptions(), null, null));

    [Fact]
    public void Key_that_is_not_base64_is_refused_without_being_shown()
    {
        var failure = Assert.Throws<ArgumentException>(
            () => new ReadAiSource(new ReadAiOptions { SigningKeys = [Convert.ToBase64String(Key), "not base64!"] }));

        Assert.Contains("SigningKeys[1]", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("not base64!", failure.Message, StringComparison.Ordinal);
    }

    private static string Sign(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Body));

    private static SignatureValidationResult Verify(ReadAiOptions options, string? signature, string? secret) =>
        new ReadAiSource(options).Verify(
            new WebhookRequest(Body, name => name switch
            {
                "X-Read-Signature" => signature,
                "X-ReadAI-Secret" => secret,
                _ => null,
            }),
            default);
}
