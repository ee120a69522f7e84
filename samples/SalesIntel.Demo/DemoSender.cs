using System.Diagnostics;
using System.Net;
using System.Text.Json;

namespace SalesIntel.Demo;

/// <summary>Sends the demo's messages, signed as Calendly and Read.ai sign them.</summary>
internal sealed class DemoSender(HttpClient http, TimeProvider time)
{
    public async Task<DemoAnswer> SendAsync(DemoWebhook webhook, CancellationToken cancellationToken)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "fixtures", webhook.Source, webhook.File + ".json");
        var body = await File.ReadAllBytesAsync(file, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"webhooks/{webhook.Source}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        DemoSignature.Add(request, webhook.Source, body, time.GetUtcNow(), webhook.Forged);

        var started = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            return new DemoAnswer(webhook, $"{(int)response.StatusCode}", "", elapsed) { RetryAfter = response.Headers.RetryAfter?.Delta };
        }

        using var answer = JsonDocument.Parse(text);
        var result = answer.RootElement.TryGetProperty("duplicate", out _) ? "duplicate"
            : answer.RootElement.TryGetProperty("ignored", out _) ? "ignored" : "accepted";
        var id = answer.RootElement.TryGetProperty("event_id", out var eventId) ? eventId.GetString() ?? "" : "";
        return new DemoAnswer(webhook, result, id, elapsed);
    }
}
