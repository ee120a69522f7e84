using Microsoft.Extensions.AI;

namespace SalesIntel.Extraction;

/// <summary>A chat client that answers from a script and keeps what it was asked. More calls than answers fail.</summary>
internal sealed class ScriptedChatClient(params ChatResponse[] answers) : IChatClient
{
    private int _next;

    public List<(IReadOnlyList<ChatMessage> Messages, ChatOptions Options)> Asked { get; } = [];

    public static ChatResponse Says(string text, ChatFinishReason? finish = null) =>
        new(new ChatMessage(ChatRole.Assistant, text))
        {
            FinishReason = finish ?? ChatFinishReason.Stop,
            ModelId = "scripted-1",
            Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 10 },
        };

    public string Prompt(int call) => string.Join('\n', Asked[call].Messages.Select(m => m.Text));

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(([.. messages], options!));
        return _next < answers.Length
            ? Task.FromResult(answers[_next++])
            : throw new InvalidOperationException($"Unexpected call {Asked.Count}.");
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException();

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
