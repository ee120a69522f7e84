using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesIntel.Demo;

namespace SalesIntel.EndToEnd.Tests.Support;

/// <summary>Sends bodies as the sources do.</summary>
internal static class SignedPost
{
    /// <summary>Sends a body that is accepted; the event's id.</summary>
    public static async Task<string> SendAsync(HttpClient http, string source, JsonObject message)
    {
        var (status, answer) = await TryAsync(http, source, message);
        Assert.Equal(HttpStatusCode.OK, status);
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("event_id").GetString()!;
    }

    /// <summary>Sends a body; what it was answered with.</summary>
    public static async Task<(HttpStatusCode Status, string Answer)> TryAsync(HttpClient http, string source, JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"webhooks/{source}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        DemoSignature.Add(request, source, body, DateTimeOffset.UtcNow);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
