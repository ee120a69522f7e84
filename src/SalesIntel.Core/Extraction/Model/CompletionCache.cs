using System.Text.Json;
using Microsoft.Extensions.AI;
using SalesIntel.Storage.Contract;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Keeps completions, so that the same content, prompt and model are never paid for twice: at first until it is surely recorded with
/// its event, because a process may die in between; one that could be used as long as the events.</summary>
/// <param name="state">Where they are kept.</param>
/// <param name="keep">How long one is kept that could be used.</param>
internal sealed class CompletionCache(ISharedState state, TimeSpan keep)
{
    // Longer than a lease and a restart. What nobody has read yet may be of no use.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>The key of the completion of a prompt by a model.</summary>
    public static string KeyOf(string model, IReadOnlyList<ChatMessage> messages, CompletionSchema schema)
    {
        IEnumerable<string> texts =
            [model, schema.Json.GetRawText(), .. messages.SelectMany(message => new[] { message.Role.Value, message.Text })];

        // The prefix is older than the word and stays: a worker of before finds its completions under it.
        return "answer:" + Digest.OfAll(texts, 32);
    }

    /// <summary>The completion that is kept; null when there is none. One that can't be read is forgotten: it would be met again.</summary>
    public async Task<CachedCompletion?> FindAsync(string key, CancellationToken cancellationToken)
    {
        if (await state.GetAsync(key, cancellationToken).ConfigureAwait(false) is not { } text)
        {
            return null;
        }

        if (WireJson.TryParse(text, out var kept)
            && kept.As(ExtractionJsonContext.Default.CachedCompletion) is { Text: not null, Model: not null } completion)
        {
            return completion;
        }

        await state.RemoveAsync(key, text, cancellationToken).ConfigureAwait(false);
        return null;
    }

    // Not cancelled: it is paid for.
    public Task StoreAsync(string key, CachedCompletion completion) => state.SetAsync(key, Text(completion), Life, CancellationToken.None);

    /// <summary>Keeps a completion that could be used.</summary>
    public Task KeepAsync(string key, CachedCompletion completion) => state.SetAsync(key, Text(completion), keep, CancellationToken.None);

    /// <summary>Forgets a completion that can't be used, so that the next attempt asks anew.</summary>
    public Task RemoveAsync(string key, CachedCompletion completion) => state.RemoveAsync(key, Text(completion), CancellationToken.None);

    private static string Text(CachedCompletion completion) =>
        JsonSerializer.Serialize(completion, ExtractionJsonContext.Default.CachedCompletion);
}
