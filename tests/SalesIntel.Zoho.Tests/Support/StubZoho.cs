using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace SalesIntel.Zoho.Tests.Support;

/// <summary>Answers what was queued for "METHOD /path" and throws for everything else: no test can reach a network.</summary>
internal sealed class StubZoho : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>>> _answers = new();
    private readonly ConcurrentDictionary<string, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _always = new();
    private readonly ConcurrentQueue<SentRequest> _sent = new();

    public IReadOnlyList<SentRequest> Sent => [.. _sent];

    public IReadOnlyList<SentRequest> Calls => [.. _sent.Where(s => !s.Path.EndsWith("/token") && !s.Path.EndsWith("/settings/fields"))];

    public int Count(string route) => _sent.Count(s => s.Route == route);

    public StubZoho On(string route, int status, string body = "", params (string Name, string Value)[] headers) =>
        On(route, (_, _) => Task.FromResult(Answer(status, body, headers)));

    public StubZoho On(string route, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.GetOrAdd(route, _ => new()).Enqueue(answer);
        return this;
    }

    /// <summary>Answers whatever is not queued.</summary>
    public StubZoho Always(string route, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _always[route] = answer;
        return this;
    }

    public StubZoho Fail(string route, Exception failure) => On(route, (_, _) => Task.FromException<HttpResponseMessage>(failure));

    public StubZoho Hang(string route) => On(route, async (_, token) =>
    {
        await Task.Delay(Timeout.Infinite, token);
        throw new InvalidOperationException("unreachable");
    });

    public static HttpResponseMessage Answer(int status, string body, params (string Name, string Value)[] headers)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, body.StartsWith('<') ? "text/html" : "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new SentRequest(
            request.Method.Method, request.RequestUri!, body, request.Headers.TryGetValues("Authorization", out var a) ? a.Single() : null,
            request.Content?.Headers.ContentType?.ToString());
        _sent.Enqueue(sent);
        return _answers.TryGetValue(sent.Route, out var queue) && queue.TryDequeue(out var answer)
            ? await answer(request, cancellationToken)
            : _always.TryGetValue(sent.Route, out var always) ? await always(request, cancellationToken)
            : throw new InvalidOperationException($"Unexpected request: {sent.Route}");
    }
}
