using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using SalesIntel.Chaos.Stories;
using SalesIntel.Demo;

namespace SalesIntel.Chaos.Machines;

/// <summary>Sends webhooks as the sources do: signed, and again until there is a 200.</summary>
internal sealed class WebhookSender(HttpClient http, Uri receiver)
{
    private readonly ConcurrentDictionary<string, byte> accepted = new(StringComparer.Ordinal);
    private long answers503;
    private long cut;

    /// <summary>Ids of the events that a 200 promised.</summary>
    public ICollection<string> Accepted => accepted.Keys;

    /// <summary>Answers with 503.</summary>
    public long Refused => Interlocked.Read(ref answers503);

    /// <summary>Connections that ended without an answer.</summary>
    public long Unanswered => Interlocked.Read(ref cut);

    /// <summary>Sends it until it is accepted.</summary>
    /// <exception cref="InvalidOperationException">Another answer than 200 or 503 came.</exception>
    public async Task SendAsync(Webhook webhook, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var again = new PeriodicTimer(pause);
        while (!await TryAsync(webhook, cancellationToken))
        {
            await again.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Sends it once; true when it was accepted.</summary>
    private async Task<bool> TryAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        try
        {
            using var request = Request(webhook);
            using var response = await http.SendAsync(request, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK:
                    using (var answer = JsonDocument.Parse(text))
                    {
                        accepted.TryAdd(answer.RootElement.GetProperty("event_id").GetString()!, 0);
                    }

                    return true;

                case HttpStatusCode.ServiceUnavailable:
                    Interlocked.Increment(ref answers503);
                    return false;

                default:
                    throw new InvalidOperationException($"A webhook was answered with {(int)response.StatusCode}: {text}");
            }
        }
        catch (Exception exception) when (exception is HttpRequestException
            || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The process that received it was killed, or does not answer: whether it was stored is not known.
            Interlocked.Increment(ref cut);
            return false;
        }
    }

    private HttpRequestMessage Request(Webhook webhook)
    {
        var body = Encoding.UTF8.GetBytes(webhook.Body);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(receiver, $"webhooks/{webhook.Source}")) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        DemoSignature.Add(request, webhook.Source, body, DateTimeOffset.UtcNow);
        return request;
    }
}
