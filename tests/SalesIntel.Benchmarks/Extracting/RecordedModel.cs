using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace SalesIntel.Benchmarks.Extracting;

/// <summary>A model that is asked once for each prompt and then says the same again, so that what is measured is our part alone.</summary>
internal sealed class RecordedModel(IChatClient inner) : IChatClient
{
    private readonly ConcurrentDictionary<string, ChatResponse> completions = new(StringComparer.Ordinal);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ChatMessage[] asked = [.. messages];
        var prompt = asked[^1].Text;
        return completions.TryGetValue(prompt, out var known)
            ? known
            : completions.GetOrAdd(prompt, await inner.GetResponseAsync(asked, options, cancellationToken));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Extraction reads whole completions.");

    public object? GetService(Type serviceType, object? serviceKey = null) => inner.GetService(serviceType, serviceKey);

    public void Dispose() => inner.Dispose();
}
