using Microsoft.Extensions.AI;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Extraction;

/// <summary>The calls to the model that one extraction makes, with what they cost. A completion that was cut off is asked for once more
/// with twice the room; there is no other retry here, because the job's own retries would multiply with it.</summary>
internal sealed partial class ModelCall(
    IChatClient chat, ExtractionOptions options, CompletionCache? cache, ModelBudget? budget, ExtractionTerms terms, TimeProvider time,
    ILogger logger, string kind)
{
    private const int MostOutputTokens = 65_536;

    private int _maxOutputTokens = options.MaxOutputTokens;
    private bool _doubled;
    private readonly List<(string Key, CachedCompletion Completion, bool IsNew)> _used = [];

    /// <summary>What all calls used; a cached completion used nothing, unless no ledger says yet what it cost.</summary>
    public ModelUse Use { get; private set; } = ModelUse.None;

    /// <summary>What the calls are for, by which tokens are counted apart.</summary>
    public string Purpose { get; init; } = ExtractionMetrics.Extraction;

    /// <summary>The model that answered, its own word.</summary>
    public string Model { get; private set; } = "";

    /// <summary>What kind of extraction it is, for logs and messages.</summary>
    public string Kind => kind;

    /// <summary>Asks and returns the completion's text, which may be empty.</summary>
    /// <exception cref="ExtractionException">The completion was blocked, or cut off twice.</exception>
    /// <exception cref="ProviderException">The model could not be reached.</exception>
    /// <exception cref="StoreUnavailableException">The cache could not be reached.</exception>
    public async Task<string> AskAsync(
        IReadOnlyList<ChatMessage> messages, CompletionSchema schema, CancellationToken cancellationToken)
    {
        if (cache is null)
        {
            return await AskModelAsync(messages, schema, cancellationToken).ConfigureAwait(false);
        }

        var key = CompletionCache.KeyOf(DefaultModel, messages, schema);
        var completion = await cache.FindAsync(key, terms, cancellationToken).ConfigureAwait(false);
        var isNew = completion is null;
        if (completion is null)
        {
            var before = Use;
            var text = await AskModelAsync(messages, schema, cancellationToken).ConfigureAwait(false);
            completion = new CachedCompletion(text, Model, terms.AsksAgain ? Use - before : null);
            await cache.StoreAsync(key, terms, completion).ConfigureAwait(false);
        }
        else if (!terms.IsPreview && completion.Use is { } unrecorded)
        {
            Use += unrecorded;
        }

        _used.Add((key, completion, isNew || terms.AsksAgain));
        Model = completion.Model;
        return completion.Text;
    }

    /// <summary>Keeps the completions: they were of use.</summary>
    public async Task KeepAsync()
    {
        foreach (var (key, completion, _) in _used.Where(one => one.IsNew))
        {
            await cache!.KeepAsync(key, terms, completion).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets the cached completions: they were of no use.</summary>
    public async Task ForgetAsync()
    {
        foreach (var (key, completion, _) in _used)
        {
            await cache!.RemoveAsync(key, terms, completion).ConfigureAwait(false);
        }
    }

    private string DefaultModel => chat.GetService<ChatClientMetadata>()?.DefaultModelId ?? "";

    private async Task<string> AskModelAsync(
        IReadOnlyList<ChatMessage> messages, CompletionSchema schema, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await SendAsync(messages, schema, cancellationToken).ConfigureAwait(false);
            if (response.FinishReason == ChatFinishReason.ContentFilter || IsRefused(response))
            {
                throw new ExtractionException($"The model refused the {kind} extraction: {Reason(response)}.", []);
            }

            if (response.FinishReason != ChatFinishReason.Length)
            {
                return response.Text;
            }

            var next = Math.Min(_maxOutputTokens * 2, MostOutputTokens);
            if (_doubled || next == _maxOutputTokens)
            {
                throw new ExtractionException(
                    $"The model's completion for the {kind} extraction was cut off at {_maxOutputTokens} tokens.", []);
            }

            Log.CutOff(logger, kind, _maxOutputTokens, next);
            (_doubled, _maxOutputTokens) = (true, next);
        }
    }

    // Some clients say so by content alone, without a reason for the end.
    private static bool IsRefused(ChatResponse response) => response.Text.Length == 0
        && response.Messages.Any(message => message.Contents.Any(content => content is ErrorContent));

    private async Task<ChatResponse> SendAsync(
        IReadOnlyList<ChatMessage> messages, CompletionSchema schema, CancellationToken cancellationToken)
    {
        var chatOptions = new ChatOptions
        {
            MaxOutputTokens = _maxOutputTokens,
            ResponseFormat = schema.Format,
        };
        var reserved = budget is null ? null
            : await budget.ReserveAsync(Spend(Estimate(messages, schema), _maxOutputTokens), terms, cancellationToken).ConfigureAwait(false);
        Use += ModelUse.None with { Calls = 1 };
        ChatResponse? response = null;
        try
        {
            response = await chat.GetResponseAsync(messages, chatOptions, cancellationToken).ConfigureAwait(false);
            Model = SafeId.Model(response.ModelId) is { Length: > 0 } model ? model : Model;
        }
        catch (Exception e) when (!ModelFailures.IsClassified(e, cancellationToken))
        {
            throw ModelFailures.Of(e);
        }
        finally
        {
            // What a call has used that failed, nobody says; providers charge for answers.
            if (reserved is not null)
            {
                await reserved.SettleAsync(response is null ? default : Used(response, messages, schema)).ConfigureAwait(false);
            }
        }

        Count(response.Usage);
        return response;
    }

    private static long Estimate(IReadOnlyList<ChatMessage> messages, CompletionSchema schema) =>
        messages.Sum(message => (long)TokenEstimate.Of(message.Text)) + TokenEstimate.Of(schema.Json.GetRawText());

    // A provider that does not say what it used has used it all the same.
    private ModelSpend Used(ChatResponse response, IReadOnlyList<ChatMessage> messages, CompletionSchema schema) =>
        response.Usage is { } usage && (usage.InputTokenCount ?? usage.OutputTokenCount) is not null
            ? Spend(usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0, usage.CachedInputTokenCount ?? 0)
            : Spend(Estimate(messages, schema), TokenEstimate.Of(response.Text));

    private ModelSpend Spend(long input, long output, long cached = 0) => new(input + output, Price()?.Of(input, output, cached) ?? 0);

    // Before the first answer the model is the one that is asked for.
    private ModelPrice? Price() => options.PriceOf(Model, time.GetUtcNow()) ?? options.PriceOf(DefaultModel, time.GetUtcNow());

    private void Count(UsageDetails? usage)
    {
        var (input, output) = (usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0);
        var cost = usage is null ? null : options.PriceOf(Model, time.GetUtcNow())?.Of(input, output, usage.CachedInputTokenCount ?? 0);
        Use += new ModelUse(0, input, output, cost);
        ExtractionMetrics.Called(Model, Purpose, input, output, cost);
    }

    // A reason is shown only when it looks like a provider's constant: anything else could be content.
    private static string Reason(ChatResponse response)
    {
        foreach (var key in (string[])["blockReason", "finishReason"])
        {
            if (response.AdditionalProperties?.TryGetValue(key, out var value) == true
                && value?.ToString() is { } text && Constant().IsMatch(text))
            {
                return text;
            }
        }

        return "content filter";
    }

    [GeneratedRegex(@"\A[A-Za-z_]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Constant();
}
