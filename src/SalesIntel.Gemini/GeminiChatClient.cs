using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SalesIntel.Gemini.Wire;

namespace SalesIntel.Gemini;

/// <summary>A chat client over Gemini's <c>generateContent</c> with native JSON schema, for text in and text out. Safe for
/// concurrent use; options are read at each call, so that a new key needs no restart.</summary>
/// <remarks>
/// An answer that ends for a reason which a second try may change (<c>RECITATION</c>, <c>OTHER</c>, unknown ones) is asked for
/// once more. A connection that was refused before anything was sent is tried once more. Nothing else is retried here: the job
/// queue retries, and attempts of several layers multiply. A refused prompt or answer is no exception but a response with
/// <see cref="ChatFinishReason.ContentFilter"/> and <c>blockReason</c> or <c>finishReason</c> among its additional properties.
/// https://ai.google.dev/api/generate-content
/// </remarks>
public sealed class GeminiChatClient : IChatClient
{
    /// <summary>Name of the HTTP client.</summary>
    public const string HttpClientName = "SalesIntel.Gemini";

    private const int Attempts = 2;

    private readonly IOptionsMonitor<GeminiOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly GeminiTransport _transport;
    private string _warnedVersion = "";
    private long _warnedRetirement;

    /// <summary>Makes the client.</summary>
    /// <param name="httpClients">Gives the client named <see cref="HttpClientName"/>.</param>
    /// <param name="options">How Gemini is called.</param>
    /// <param name="timeProvider">Clock for timeouts and waits.</param>
    /// <param name="logger">Gets one line for each call, never key or content.</param>
    public GeminiChatClient(
        IHttpClientFactory httpClients, IOptionsMonitor<GeminiOptions> options, TimeProvider timeProvider,
        ILogger<GeminiChatClient> logger)
    {
        ArgumentNullException.ThrowIfNull(httpClients);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(timeProvider);
        ArgumentNullException.ThrowIfNull(logger);
        (_options, _time, _logger) = (options, timeProvider, logger);
        _transport = new GeminiTransport(httpClients, timeProvider, logger);
    }

    /// <summary>Asks the model.</summary>
    /// <exception cref="GeminiException">The call failed.</exception>
    /// <exception cref="NotSupportedException">Something other than text is to be sent.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        var gemini = _options.CurrentValue;
        var model = options?.ModelId is { Length: > 0 } id ? id : gemini.Model;
        var request = GeminiRequests.From(messages, options, gemini);
        var usage = new UsageDetails();
        for (var attempt = 1; ; attempt++)
        {
            var started = _time.GetTimestamp();
            var answer = await _transport.SendAsync(request, model, gemini, cancellationToken).ConfigureAwait(false);
            var response = GeminiResponses.From(answer, out var reason);
            usage.Add(GeminiResponses.Usage(answer.UsageMetadata));
            Tell(model, answer, reason, attempt, _time.GetElapsedTime(started));
            if (response is not null)
            {
                response.Usage = usage;
                response.CreatedAt = _time.GetUtcNow();
                return response;
            }

            if (attempt == Attempts)
            {
                throw new GeminiException(
                    reason, $"Gemini ended its answer with {reason}, also on a second try: look at the input, or change the model.");
            }
        }
    }

    /// <summary>Asks the model and gives the whole answer as one update: an extraction has no use for parts.</summary>
    /// <exception cref="GeminiException">The call failed.</exception>
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        if (serviceType == typeof(ChatClientMetadata))
        {
            var options = _options.CurrentValue;
            GeminiEndpoint.TryParse(options.BaseUrl, out var endpoint);
            return new ChatClientMetadata("gemini", endpoint, options.Model);
        }

        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    /// <summary>Does nothing: connections belong to the factory.</summary>
    public void Dispose()
    {
    }

    private void Tell(string model, GenerateContentResponse answer, string reason, int attempt, TimeSpan elapsed)
    {
        var usage = answer.UsageMetadata;
        var version = SafeId.Model(answer.ModelVersion);
        Log.Answered(
            _logger, model, version, GeminiErrors.Name(answer.ModelStatus?.ModelStage) ?? "", reason,
            SafeId.Revision(answer.ResponseId ?? "") ?? "", attempt,
            usage?.PromptTokenCount ?? 0, usage?.CachedContentTokenCount ?? 0,
            (usage?.CandidatesTokenCount ?? 0) + (usage?.ThoughtsTokenCount ?? 0), usage?.ThoughtsTokenCount ?? 0,
            (long)elapsed.TotalMilliseconds);

        if (DateTimeOffset.TryParse(
            answer.ModelStatus?.RetirementTime, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var retirement)
            && Interlocked.Exchange(ref _warnedRetirement, retirement.UtcTicks) != retirement.UtcTicks)
        {
            Log.Retires(_logger, model, retirement.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        // Retired ids are served by another model at another price, without an error.
        var asked = model.StartsWith("models/", StringComparison.Ordinal) ? model["models/".Length..] : model;
        if (version.Length > 0 && !version.Contains(asked, StringComparison.OrdinalIgnoreCase) && version != _warnedVersion)
        {
            _warnedVersion = version;
            Log.OtherModel(_logger, model, version);
        }
    }
}
