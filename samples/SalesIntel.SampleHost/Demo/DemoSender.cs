using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SalesIntel.SampleHost.Demo;

/// <summary>Sends the demo's messages, signed as Calendly and Read.ai sign them.</summary>
internal sealed class DemoSender(HttpClient http, TimeProvider time)
{
    public const string CalendlyKey = "demo-signing-key-of-calendly";

    public static readonly string ReadAiKey = Convert.ToBase64String("demo-signing-key-of-readai"u8);

    public async Task<DemoAnswer> SendAsync(DemoWebhook webhook, CancellationToken cancellationToken)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "fixtures", webhook.Source, webhook.File + ".json");
        var body = await File.ReadAllBytesAsync(file, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"webhooks/{webhook.Source}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        Sign(request, webhook, body);

        var started = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new DemoAnswer(webhook, $"{(int)response.StatusCode}", "", elapsed);
        }

        using var answer = JsonDocument.Parse(text);
        var result = answer.RootElement.TryGetProperty("duplicate", out _) ? "duplicate"
            : answer.RootElement.TryGetProperty("ignored", out _) ? "ignored" : "accepted";
        var id = answer.RootElement.TryGetProperty("event_id", out var eventId) ? eventId.GetString() ?? "" : "";
        return new DemoAnswer(webhook, result, id, elapsed);
    }

    private void Sign(HttpRequestMessage request, DemoWebhook webhook, byte[] body)
    {
        if (webhook.Source == "readai")
        {
            request.Headers.Add("X-Read-Signature", Hex(Convert.FromBase64String(ReadAiKey), body));
            return;
        }

        var key = Encoding.UTF8.GetBytes(webhook.Forged ? "somebody-else" : CalendlyKey);
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        request.Headers.Add("Calendly-Webhook-Signature", $"t={seconds},v1={Hex(key, [.. Encoding.UTF8.GetBytes($"{seconds}."), .. body])}");
    }

    private static string Hex(byte[] key, byte[] signed) => Convert.ToHexStringLower(HMACSHA256.HashData(key, signed));
}
