using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SalesIntel.Demo;

namespace SalesIntel.Benchmarks.Latency;

/// <summary>Posts signed bookings, each of another invitee.</summary>
internal sealed class BookingSender(HttpClient http)
{
    private readonly string template = Encoding.UTF8.GetString(Fixtures.Body("calendly", "invitee_created_full"));

    public async Task<SentBooking> SendAsync(int number, CancellationToken cancellationToken)
    {
        var email = $"invitee{number}@company{number}.example";
        var body = Body(number, email);
        using var request = new HttpRequestMessage(HttpMethod.Post, "webhooks/calendly") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        var sentAt = DateTimeOffset.UtcNow;
        DemoSignature.Add(request, "calendly", body, sentAt);
        var started = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, cancellationToken);
        var answeredAt = DateTimeOffset.UtcNow;
        var elapsed = Stopwatch.GetElapsedTime(started);
        return response.StatusCode == HttpStatusCode.OK
            ? new SentBooking(email, sentAt, answeredAt, elapsed)
            : throw new InvalidOperationException($"Booking {number} was answered with {(int)response.StatusCode}.");
    }

    private byte[] Body(int number, string email)
    {
        var root = JsonNode.Parse(template)!.AsObject();
        var payload = root["payload"]!.AsObject();
        var uri = string.Create(CultureInfo.InvariantCulture, $"https://api.calendly.com/scheduled_events/event-{number}");
        payload["email"] = email;
        payload["name"] = $"Invitee Number{number}";
        payload["first_name"] = "Invitee";
        payload["last_name"] = $"Number{number}";
        payload["event"] = uri;
        payload["uri"] = $"{uri}/invitees/invitee-{number}";
        payload["scheduled_event"]!["uri"] = uri;
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }
}
