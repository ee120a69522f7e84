using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace SalesIntel.Hosting.Endpoints;

/// <summary>Writes answers.</summary>
internal static class Answers
{
    public static Task JsonAsync<T>(HttpContext context, int status, T answer, JsonTypeInfo<T> type) =>
        WriteAsync(context, status, answer, type, "application/json");

    /// <summary>An error answer; see RFC 9457.</summary>
    public static Task ProblemAsync(HttpContext context, int status, string title, string? detail = null) => WriteAsync(
        context, status, new ProblemAnswer(title, status, detail), AnswersJson.Default.ProblemAnswer, "application/problem+json");

    private static async Task WriteAsync<T>(HttpContext context, int status, T answer, JsonTypeInfo<T> type, string contentType)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, type);
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
