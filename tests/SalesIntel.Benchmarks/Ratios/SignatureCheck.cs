using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>The check of a booking's signature, against the bare HMAC of its body.</summary>
[Config(typeof(ShortRunConfig))]
public class SignatureCheck
{
    private static readonly DateTimeOffset Now = new(2026, 11, 10, 14, 22, 35, TimeSpan.Zero);

    private readonly byte[] key = "trial-signing-key"u8.ToArray();
    private readonly byte[] body = Fixtures.Body("calendly", "invitee_created_full");
    private readonly CalendlySource source;
    private readonly WebhookRequest request;

    public SignatureCheck()
    {
        source = new CalendlySource(new CalendlyOptions { SigningKeys = [Encoding.UTF8.GetString(key)] });
        var seconds = Now.ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{seconds}."), .. body];
        var digest = HMACSHA256.HashData(key, signed);
        var header = $"t={seconds},v1={Convert.ToHexStringLower(digest)}";
        request = new WebhookRequest(body, _ => header);
        if (source.Verify(request, Now) != SignatureValidationResult.Valid)
        {
            throw new InvalidOperationException("The signature to be measured is not valid.");
        }
    }

    [Benchmark(Baseline = true)]
    public byte[] BareHmac() => HMACSHA256.HashData(key, body);

    [Benchmark]
    public SignatureValidationResult Verify() => source.Verify(request, Now);
}
