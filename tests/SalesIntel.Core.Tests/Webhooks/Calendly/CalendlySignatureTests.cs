using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsCheck;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;

namespace SalesIntel.Webhooks.Calendly;

public sealed class CalendlySignatureTests
{
    private const string Key = "calendly-test-key";
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_795_419_000);
    private static readonly byte[] Body = "{\"event\":\"invitee.created\"}"u8.ToArray();

    [Theory]
    [InlineData(0, SignatureValidationResult.Valid)]
    [InlineData(-300, SignatureValidationResult.Valid)]
    [InlineData(300, SignatureValidationResult.Valid)]
    [InlineData(-301, SignatureValidationResult.Stale)]
    [InlineData(301, SignatureValidationResult.Stale)]
    public void Tolerance_holds_in_both_directions(int seconds, SignatureValidationResult expected) =>
        Assert.Equal(expected, Verify(Sign(Now.AddSeconds(seconds), Body, Key)));

    [Fact]
    public void Old_time_stamp_is_refused_before_the_signature_is_looked_at() =>
        Assert.Equal(SignatureValidationResult.Stale, Verify(Sign(Now.AddDays(-1), Body, "another key")));

    [Theory]
    [InlineData(null, SignatureValidationResult.Missing)]
    [InlineData("", SignatureValidationResult.Missing)]
    [InlineData("  ", SignatureValidationResult.Missing)]
    [InlineData("nonsense", SignatureValidationResult.Malformed)]
    [InlineData("t=,v1=", SignatureValidationResult.Malformed)]
    [InlineData("t=1795419000", SignatureValidationResult.Malformed)]
    [InlineData("t=1795419000,v1=abc", SignatureValidationResult.Malformed)]
    [InlineData("t=1795419000,v1=zz1b201279d806750d8091ddcbb058e3efc609a2a6df4507e070939ed00a3bcf", SignatureValidationResult.Malformed)]
    [InlineData("t=-1,v1=d71b201279d806750d8091ddcbb058e3efc609a2a6df4507e070939ed00a3bcf", SignatureValidationResult.Malformed)]
    [InlineData("t=1e9,v1=d71b201279d806750d8091ddcbb058e3efc609a2a6df4507e070939ed00a3bcf", SignatureValidationResult.Malformed)]
    [InlineData("t=9999999999999,v1=d71b201279d806750d8091ddcbb058e3efc609a2a6df4507e070939ed00a3bcf", SignatureValidationResult.Malformed)]
    [InlineData("t=999999999999,v1=d71b201279d806750d8091ddcbb058e3efc609a2a6df4507e070939ed00a3bcf", SignatureValidationResult.Stale)]
    [InlineData("t=1795419000,v1=d71b201279d806750d8091ddcbb058e3efc609a2a6df4507e070939ed00a3bcf", SignatureValidationResult.Mismatch)]
    [InlineData("t=1,t=2,v1=d71b201279d806750d8091ddcbb058e3efc609a2a6df4507e070939ed00a3bcf", SignatureValidationResult.Malformed)]
    public void Header_that_is_no_signature_is_told_apart(string? header, SignatureValidationResult expected) =>
        Assert.Equal(expected, Verify(header));

    [Fact]
    public void Header_may_hold_spaces_capitals_and_unknown_parts()
    {
        var header = Sign(Now, Body, Key).ToUpperInvariant().Replace("T=", "t=", StringComparison.Ordinal)
            .Replace("V1=", "v0=00, v1=", StringComparison.Ordinal);

        Assert.Equal(SignatureValidationResult.Valid, Verify(header));
    }

    [Fact]
    public void Any_of_several_keys_is_enough()
    {
        var options = new CalendlyOptions { SigningKeys = ["new key", Key] };

        Assert.Equal(SignatureValidationResult.Valid, Verify(Sign(Now, Body, Key), options));
        Assert.Equal(SignatureValidationResult.Valid, Verify(Sign(Now, Body, "new key"), options));
        Assert.Equal(SignatureValidationResult.Mismatch, Verify(Sign(Now, Body, "third key"), options));
    }

    [Fact]
    public void Without_a_key_nothing_can_be_checked() =>
        Assert.Equal(SignatureValidationResult.NotConfigured, Verify(null, new CalendlyOptions()));

    [Fact]
    public void Empty_key_signs_nothing() =>
        Assert.Equal(
            SignatureValidationResult.NotConfigured,
            Verify(Sign(Now, Body, ""), new CalendlyOptions { SigningKeys = ["", " "] }));

    [Fact]
    public void Any_changed_bit_of_the_body_is_noticed() =>
        Gen.Select(Gen.Byte.Array[1, 200], Gen.Int[0, 1_000_000]).Sample((body, at) =>
        {
            var header = Sign(Now, body, Key);
            var changed = body.ToArray();
            changed[at % body.Length] ^= (byte)(1 << (at % 8));
            return Verify(header, body: body) == SignatureValidationResult.Valid
                && Verify(header, body: changed) == SignatureValidationResult.Mismatch;
        });

    private static SignatureValidationResult Verify(string? header, CalendlyOptions? options = null, byte[]? body = null) =>
        new CalendlySource(options ?? new CalendlyOptions { SigningKeys = [Key] }).Verify(
            new WebhookRequest(body ?? Body, name => name == "Calendly-Webhook-Signature" ? header : null),
            Now);

    private static string Sign(DateTimeOffset at, byte[] body, string key)
    {
        var time = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = [.. Encoding.UTF8.GetBytes(time + "."), .. body];
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), signed))}";
    }
}
