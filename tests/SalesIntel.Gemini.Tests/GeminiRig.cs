using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace SalesIntel.Gemini;

/// <summary>A client over a stub handler with a clock that stands still, and all that it logs.</summary>
internal sealed class GeminiRig : IHttpClientFactory, IOptionsMonitor<GeminiOptions>, ILogger<GeminiChatClient>
{
    public const string Key = "AIza-test-key-0123456789";

    public GeminiRig() => Client = new GeminiChatClient(this, this, Time, this);

    public StubHandler Http { get; } = new();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero));

    public GeminiOptions CurrentValue { get; } = new() { ApiKey = Key };

    public GeminiChatClient Client { get; }

    public List<(LogLevel Level, string Text)> Lines { get; } = [];

    public static string Answer(string finishReason, string text = "{}", string model = "gemini-3.5-flash-lite") =>
        $$"""
        {"candidates":[{"content":{"role":"model","parts":[{"text":{{System.Text.Json.JsonSerializer.Serialize(text)}}}]},
        "finishReason":"{{finishReason}}","index":0}],"usageMetadata":{"promptTokenCount":100,"cachedContentTokenCount":40,
        "candidatesTokenCount":20,"thoughtsTokenCount":5,"totalTokenCount":125},"modelVersion":"{{model}}","responseId":"r-1"}
        """;

    public Task<ChatResponse> AskAsync(CancellationToken cancellationToken = default) =>
        Client.GetResponseAsync([new ChatMessage(ChatRole.User, "secret question")], null, cancellationToken);

    public Task<GeminiException> FailAsync() => Assert.ThrowsAsync<GeminiException>(() => AskAsync());

    public HttpClient CreateClient(string name)
    {
        Assert.Equal(GeminiChatClient.HttpClientName, name);
        return new HttpClient(Http, disposeHandler: false) { Timeout = System.Threading.Timeout.InfiniteTimeSpan };
    }

    public GeminiOptions Get(string? name) => CurrentValue;

    public IDisposable? OnChange(Action<GeminiOptions, string?> listener) => null;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add((logLevel, formatter(state, exception)));
}
