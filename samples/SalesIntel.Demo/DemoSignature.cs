using System.Security.Cryptography;
using System.Text;

namespace SalesIntel.Demo;

/// <summary>Signs as Calendly and Read.ai do.</summary>
internal static class DemoSignature
{
    public const string CalendlyKey = "demo-signing-key-of-calendly";

    public static readonly string ReadAiKey = Convert.ToBase64String("demo-signing-key-of-readai"u8);

    /// <summary>Adds the header of the source; a forged one is signed with another key.</summary>
    public static void Add(HttpRequestMessage request, string source, byte[] body, DateTimeOffset at, bool forged = false)
    {
        if (source == "readai")
        {
            request.Headers.Add("X-Read-Signature", Hex(Convert.FromBase64String(ReadAiKey), body));
            return;
        }

        var key = Encoding.UTF8.GetBytes(forged ? "somebody-else" : CalendlyKey);
        var seconds = at.ToUnixTimeSeconds();
        request.Headers.Add("Calendly-Webhook-Signature", $"t={seconds},v1={Hex(key, [.. Encoding.UTF8.GetBytes($"{seconds}."), .. body])}");
    }

    private static string Hex(byte[] key, byte[] signed) => Convert.ToHexStringLower(HMACSHA256.HashData(key, signed));
}
