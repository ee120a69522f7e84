using Microsoft.Extensions.AI;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Extraction;

/// <summary>Keeps completions as long as events, so that the same content, prompt and model are never paid for twice, also when the process dies
/// before it is recorded with its event. One that is asked for again is kept so only once it could be used.</summary>
/// <param name="state">Where they are kept.</param>
/// <param name="keep">How long one is kept.</param>
internal sealed class CompletionCache(ISharedState state, TimeSpan keep)
{
    // Longer than a lease and a restart: of what was asked for again, nobody has read yet whether it is of use.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    // Between looking at what another completion would change and applying it lies a working day at most.
    private static readonly TimeSpan SeenLife = TimeSpan.FromDays(1);

    /// <summary>The key of the completion of a prompt by a model.</summary>
    public static string KeyOf(string model, IReadOnlyList<ChatMessage> messages, CompletionSchema schema)
    {
        IEnumerable<string> texts =
            [model, schema.Json.GetRawText(), .. messages.SelectMany(message => new[] { message.Role.Value, message.Text })];

        // The prefix is older than the word and stays: a worker of before finds its completions under it.
        return "answer:" + Digest.OfAll(texts, 32);
    }

    /// <summary>The completion that serves on these terms; null when there is none. One that can't be read is forgotten: it would be met
    /// again.</summary>
    public async Task<CachedCompletion?> FindAsync(string key, ExtractionTerms terms, CancellationToken cancellationToken)
    {
        var own = PlaceOf(key, terms);
        if (await ReadAsync(own, cancellationToken).ConfigureAwait(false) is { } completion)
        {
            return completion;
        }

        if (terms.IsPreview || !terms.AsksAgain
            || await ReadAsync(PreviewOf(key), cancellationToken).ConfigureAwait(false) is not { } seen)
        {
            return null;
        }

        // What a person has seen in a preview is what is applied, once.
        await state.SetAsync(own, Text(seen), SeenLife, CancellationToken.None).ConfigureAwait(false);
        await state.RemoveAsync(PreviewOf(key), Text(seen), CancellationToken.None).ConfigureAwait(false);
        return seen;
    }

    /// <summary>Keeps a completion before anything is made of it. What can't be used is to be removed.</summary>
    public Task StoreAsync(string key, ExtractionTerms terms, CachedCompletion completion) =>
        // Not cancelled: it is paid for.
        state.SetAsync(PlaceOf(key, terms), Text(completion), terms.AsksAgain ? Life : keep, CancellationToken.None);

    /// <summary>Keeps a completion that could be used, where it was asked for again.</summary>
    public async Task KeepAsync(string key, ExtractionTerms terms, CachedCompletion completion)
    {
        if (!terms.AsksAgain)
        {
            return;
        }

        // A retry of the same request is not paid for again.
        await state.SetAsync(PlaceOf(key, terms), Text(completion), SeenLife, CancellationToken.None).ConfigureAwait(false);
        if (!terms.IsPreview)
        {
            await state.SetAsync(key, Text(completion with { Use = null }), keep, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets a completion that can't be used, so that the next attempt asks anew.</summary>
    public Task RemoveAsync(string key, ExtractionTerms terms, CachedCompletion completion) =>
        state.RemoveAsync(PlaceOf(key, terms), Text(completion), CancellationToken.None);

    private static string PlaceOf(string key, ExtractionTerms terms) =>
        terms.IsPreview ? PreviewOf(key) : terms.AsksAgain ? $"{key}:{terms.AskAgain}" : key;

    private static string PreviewOf(string key) => key + ":preview";

    private async Task<CachedCompletion?> ReadAsync(string place, CancellationToken cancellationToken)
    {
        if (await state.GetAsync(place, cancellationToken).ConfigureAwait(false) is not { } text)
        {
            return null;
        }

        if (WireJson.TryParse(text, out var kept)
            && kept.As(ExtractionJsonContext.Default.CachedCompletion) is { Text: not null, Model: not null } completion)
        {
            return completion;
        }

        await state.RemoveAsync(place, text, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static string Text(CachedCompletion completion) =>
        JsonSerializer.Serialize(completion, ExtractionJsonContext.Default.CachedCompletion);
}
