using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>The calls to the model that one extraction makes, with what they cost. A completion that was cut off is asked for once more
/// with twice the room; there is no other retry here, because the job's own retries would multiply with it.</summary>
internal sealed partial class ModelCall(
    IChatClient chat, ExtractionOptions options, CompletionCache? cache, ModelBudget? budget, bool isPast, TimeProvider time, ILogger logger,
    string kind)
{
    private const int MostOutputTokens = 65_536;

    private int _maxOutputTokens = options.MaxOutputTokens;
    private bool _doubled;
    private bool _hasUnknownPrice;
    private decimal _cost;
    private readonly List<(string Key, CachedCompletion Completion, bool IsNew)> _used = [];

    /// <summary>Calls made; a cached completion costs none.</summary>
    public int Calls { get; private set; }

    /// <summary>Tokens read over all calls.</summary>
    public long InputTokens { get; private set; }

    /// <summary>Tokens written over all calls.</summary>
    public long OutputTokens { get; private set; }

    /// <summary>What all calls cost, in USD; null when a price is not known.</summary>
    public decimal? Cost => _hasUnknownPrice ? null : _cost;

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

        var key = CompletionCache.KeyOf(chat.GetService<ChatClientMetadata>()?.DefaultModelId ?? "", messages, schema);
        var completion = await cache.FindAsync(key, cancellationToken).ConfigureAwait(false);
        var isNew = completion is null;
        if (completion is null)
        {
            completion = new CachedCompletion(await AskModelAsync(messages, schema, cancellationToken).ConfigureAwait(false), Model);
            await cache.StoreAsync(key, completion).ConfigureAwait(false);
        }

        _used.Add((key, completion, isNew));
        Model = completion.Model;
        return completion.Text;
    }

    /// <summary>Keeps the completions: they were of use.</summary>
    public async Task KeepAsync()
    {
        foreach (var (key, completion, _) in _used.Where(one => one.IsNew))
        {
            await cache!.KeepAsync(key, completion).ConfigureAwait(false);
        }
    }

    /// <summary>Forgets the cached completions: they were of no use.</summary>
    public async Task ForgetAsync()
    {
        foreach (var (key, completion, _) in _used)
        {
            await cache!.RemoveAsync(key, completion).ConfigureAwait(false);
        }
    }

    private async Task<string> AskModelAsync(
        IReadOnlyList<ChatMessage> messages, CompletionSchema schema, CancellationToken cancellationToken)
    {
        while (true)
        {
            var response = await SendAsync(messages, schema, cancellationToken).ConfigureAwait(false);
            if (response.FinishReason == ChatFinishReason.ContentFilter)
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

    private async Task<ChatResponse> SendAsync(
        IReadOnlyList<ChatMessage> messages, CompletionSchema schema, CancellationToken cancellationToken)
    {
        var chatOptions = new ChatOptions
        {
            MaxOutputTokens = _maxOutputTokens,
            ResponseFormat = schema.Format,
        };
        var reserved = budget is null ? null
            : await budget.ReserveAsync(Estimate(messages, schema) + _maxOutputTokens, isPast, cancellationToken).ConfigureAwait(false);
        Calls++;
        ChatResponse? response = null;
        try
        {
            response = await chat.GetResponseAsync(messages, chatOptions, cancellationToken).ConfigureAwait(false);
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
                await reserved.SettleAsync((response?.Usage?.InputTokenCount ?? 0) + (response?.Usage?.OutputTokenCount ?? 0)).ConfigureAwait(false);
            }
        }

        Model = SafeId.Model(response.ModelId) is { Length: > 0 } model ? model : Model;
        Count(response.Usage);
        return response;
    }

    private static long Estimate(IReadOnlyList<ChatMessage> messages, CompletionSchema schema) =>
        messages.Sum(message => (long)TokenEstimate.Of(message.Text)) + TokenEstimate.Of(schema.Json.GetRawText());

    private void Count(UsageDetails? usage)
    {
        var (input, output) = (usage?.InputTokenCount ?? 0, usage?.OutputTokenCount ?? 0);
        var price = PriceTable.Find(Model, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime), options.Prices.AsReadOnly());
        var cost = usage is null ? null : price?.Of(input, output, usage.CachedInputTokenCount ?? 0);
        (InputTokens, OutputTokens, _cost) = (InputTokens + input, OutputTokens + output, _cost + (cost ?? 0));
        _hasUnknownPrice |= cost is null;
        ExtractionMetrics.Called(Model, input, output, cost);
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
