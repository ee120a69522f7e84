using System.Net;
using System.Text;

namespace SalesIntel.Gemini;

/// <summary>Answers from a script and keeps what came in. An unexpected request throws.</summary>
internal sealed class StubHandler : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    public List<(HttpMethod Method, Uri Url, string? Key, string? ContentType, string Body)> Requests { get; } = [];

    public StubHandler Answer(int status, string body, string type = "application/json")
    {
        _answers.Enqueue(_ => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, type),
        }));
        return this;
    }

    public StubHandler AnswerBytes(int status, byte[] body)
    {
        _answers.Enqueue(_ => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) }));
        return this;
    }

    public StubHandler Throw(Exception exception)
    {
        _answers.Enqueue(_ => Task.FromException<HttpResponseMessage>(exception));
        return this;
    }

    public StubHandler Hang(TaskCompletionSource? reached = null)
    {
        _answers.Enqueue(async cancellationToken =>
        {
            reached?.SetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Not reached.");
        });
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests.Add((
            request.Method, request.RequestUri!,
            request.Headers.TryGetValues("x-goog-api-key", out var keys) ? string.Join(',', keys) : null,
            request.Content?.Headers.ContentType?.ToString(),
            request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        return _answers.TryDequeue(out var answer)
            ? await answer(cancellationToken)
            : throw new InvalidOperationException($"Unexpected request {Requests.Count}.");
    }
}
