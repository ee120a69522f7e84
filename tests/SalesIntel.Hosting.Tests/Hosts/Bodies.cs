using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>Webhook bodies and their signatures.</summary>
internal static class Bodies
{
    public const string CalendlyKey = "calendly-test-key";

    public const string ReadAiKey = "cmVhZGFpLXRlc3Qta2V5";

    public static byte[] Fixture(string path, [CallerFilePath] string here = "") =>
        File.ReadAllBytes(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "fixtures", path));

    public static HttpContent Plain(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    public static HttpContent Calendly(byte[] body, DateTimeOffset at, string key = CalendlyKey)
    {
        var time = at.ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{time}."), .. body];
        var digest = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), signed));
        var content = Plain(body);
        content.Headers.Add("Calendly-Webhook-Signature", $"t={time},v1={digest}");
        return content;
    }

    public static HttpContent ReadAi(byte[] body)
    {
        var content = Plain(body);
        content.Headers.Add("X-Read-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Convert.FromBase64String(ReadAiKey), body)));
        return content;
    }
}
