using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>A request as the stand-ins see it: body read, JSON parsed when it is some.</summary>
internal sealed class SimRequest
{
    // A property that comes twice would surface later, when the lazy object is touched.
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    private SimRequest(HttpContext http, string body, JsonNode? json, DateTimeOffset now)
    {
        Http = http;
        Body = body;
        Json = json;
        Now = now;
    }

    public HttpContext Http { get; }

    public string Body { get; }

    public JsonNode? Json { get; }

    /// <summary>When the request is carried out, after latency and delays.</summary>
    public DateTimeOffset Now { get; set; }

    /// <summary>A fault that the stand-in itself must act out.</summary>
    public SimulatorFault? Fault { get; set; }

    /// <summary>What each record of a CRM write did.</summary>
    public List<PendingWrite> Writes { get; } = [];

    public string? Query(string name) => Http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public string? Header(string name) => Http.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    public static async Task<SimRequest> ReadAsync(HttpContext http, TimeProvider time, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        return new SimRequest(http, body, Parse(body), time.GetUtcNow());
    }

    private static JsonNode? Parse(string body)
    {
        if (body.Length == 0 || body.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(body, documentOptions: s_strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
