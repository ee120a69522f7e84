using System.Text.Json.Serialization.Metadata;

namespace SalesIntel.Hosting.Endpoints.Responses;

/// <summary>Writes JSON responses.</summary>
internal static class ResponseWriter
{
    public static Task JsonAsync<T>(HttpContext context, int status, T content, JsonTypeInfo<T> type) =>
        WriteAsync(context, status, content, type, "application/json");

    /// <summary>Writes an error as <c>application/problem+json</c> (RFC 9457).</summary>
    public static Task ProblemAsync(HttpContext context, int status, string title, string? detail = null) => WriteAsync(
        context, status, new ProblemResponse(title, status, detail), ResponsesJson.Default.ProblemResponse, "application/problem+json");

    private static async Task WriteAsync<T>(HttpContext context, int status, T content, JsonTypeInfo<T> type, string contentType)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(content, type);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.BodyWriter.WriteAsync(body, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
