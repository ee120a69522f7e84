using System.Net;
using System.Text.Json;

namespace SalesIntel.Hosting.Tests.Endpoints;

internal static class Problems
{
    /// <summary>Holds that an answer is a problem after RFC 9457; answers its detail.</summary>
    public static async Task<string> AssertAsync(HttpResponseMessage answer, HttpStatusCode status, string title)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.StartsWith(title, problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        return problem.TryGetProperty("detail", out var detail) ? detail.GetString() ?? "" : "";
    }
}
