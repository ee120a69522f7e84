using System.Text.Json.Nodes;

namespace SalesIntel.Simulator;

/// <summary>An answer before it is on the wire.</summary>
internal sealed record SimResponse(int Status, string? Body = null, string ContentType = "application/json;charset=UTF-8")
{
    /// <summary>Cut the connection instead of answering.</summary>
    public bool Cut { get; init; }

    /// <summary>Never answer.</summary>
    public bool Hangs { get; init; }

    /// <summary>Outcome for the logs when nothing more exact is known.</summary>
    public string Outcome { get; init; } = Outcomes.Success;

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The same without the last result of a write.</summary>
    public SimResponse WithoutLastResult()
    {
        if (Body is null || JsonNode.Parse(Body) is not JsonObject body || body["data"] is not JsonArray { Count: > 0 } results)
        {
            return this;
        }

        results.RemoveAt(results.Count - 1);
        return this with { Body = body.ToJsonString(Wire.Readable) };
    }

    public static SimResponse Json(int status, JsonNode body) => new(status, body.ToJsonString(Wire.Readable));

    public async Task WriteAsync(HttpContext http, CancellationToken cancellationToken)
    {
        http.Response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (Body is not null)
        {
            http.Response.ContentType = ContentType;
            await http.Response.WriteAsync(Body, cancellationToken).ConfigureAwait(false);
        }

        await http.Response.CompleteAsync().ConfigureAwait(false);
    }
}
