using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Extraction;

/// <summary>Extracts with a language model: native schema, lenient reading field by field, at most one repair call, quotes confirmed in the
/// transcript and, where it is asked for, one more call that checks claims. Safe to use from several threads when the chat client is.
/// </summary>
/// <param name="chat">The model.</param>
/// <param name="options">Limits; null = the defaults.</param>
/// <param name="team">Who belongs to the sellers; null = the domain of the recording's owner.</param>
/// <param name="timeProvider">Clock for the duration that is logged; null = the system's.</param>
/// <param name="logger">Gets one line for each extraction: model, version, layer, issues, tokens; never content. Null = none.</param>
/// <param name="cache">Where completions are kept, so that the same content is not paid for twice, and the budget of the day is counted;
/// null does neither.</param>
public sealed class ModelExtractor(
    IChatClient chat,
    ExtractionOptions? options = null,
    TeamOptions? team = null,
    TimeProvider? timeProvider = null,
    ILogger<ModelExtractor>? logger = null,
    ISharedState? cache = null) : IExtractor
{
    // Older documents are not waited for: they come from a back-fill or a replay.
    private static readonly TimeSpan PastAge = TimeSpan.FromDays(2);

    private readonly IChatClient chat = chat ?? throw new ArgumentNullException(nameof(chat));
    private readonly ExtractionOptions options = ExtractionOptions.Settings.Checked(options);
    private readonly TeamOptions team = team ?? new TeamOptions();
    private readonly TimeProvider time = timeProvider ?? TimeProvider.System;
    private readonly ILogger logger = logger ?? NullLogger<ModelExtractor>.Instance;
    private readonly CompletionCache? cache =
        cache is null ? null : new CompletionCache(cache, ExtractionOptions.Settings.Checked(options).KeepCompletions);

    private readonly ModelBudget? budget = cache is not null && options is { TokensPerDay: > 0 } or { MoneyPerDay: > 0 }
        ? new ModelBudget(cache, new ModelSpend(options.TokensPerDay, options.MoneyPerDay), timeProvider ?? TimeProvider.System)
        : null;

    // Schema and prompt are the same for each document of a catalogue.
    private readonly ConditionalWeakTable<FieldCatalog, FormPrompt> formPrompts = [];
    private readonly ConditionalWeakTable<FieldCatalog, ConversationPrompt> conversationPrompts = [];

    /// <inheritdoc/>
    public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken) =>
        ExtractAsync(document, catalog, ExtractionTerms.Usual, cancellationToken);

    /// <inheritdoc/>
    public Task<ExtractionResult> ExtractAsync(
        LeadDocument document, FieldCatalog catalog, ExtractionTerms terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(terms);
        var isPast = terms.IsBackfill || (terms.NeededAt is null && time.GetUtcNow() - document.At > PastAge);
        terms = terms with { IsBackfill = isPast };
        return document.Kind == DocumentKind.Form
            ? ReadFormAsync(Form.Of(document), catalog, terms, cancellationToken)
            : ReadMeetingAsync(Conversation.Of(document), catalog, terms, cancellationToken);
    }

    private async Task<ExtractionResult> ReadFormAsync(Form form, FieldCatalog catalog, ExtractionTerms terms, CancellationToken cancellationToken)
    {
        var asked = catalog.AskedOf(DocumentKind.Form).ToHashSet();
        var fields = catalog.Intel.Where(field => field.From == DocumentKind.Form);
        var forPeople = WordsForSoftware.Without(form);
        if (asked.Count == 0)
        {
            var texts = new FieldText(options);
            var known = new FormValues(forPeople, texts).Of(fields, _ => [], new StatedAnswers(forPeople, fields).Of);
            return new ExtractionResult { Values = known, ReadBy = ExtractionMethod.Model, Issues = texts.Issues };
        }

        var prompt = formPrompts.GetValue(catalog, static asked => new FormPrompt(asked));
        var (result, _) = await ReadAsync(
            prompt, new PromptWindows([prompt.For(form, options)], 1), terms, Read, cancellationToken).ConfigureAwait(false);
        return result;

        LeadValues Read(CompletionFields completion)
        {
            var claims = completion.Claims([.. FormPrompt.OfClaims(asked).Select(field => field.Name)])
                .ToLookup(claim => claim.Element, claim =>
                    new AnswerClaim(claim.Question, claim.Quote, claim.Text), StringComparer.Ordinal);
            return new FormValues(forPeople, completion.Texts).Of(fields, Said, new StatedAnswers(forPeople, fields).Of);

            IReadOnlyList<AnswerClaim> Said(LeadField field) => !asked.Contains(field) ? []
                : field.Evidence == EvidenceRule.Advice ? [new AnswerClaim("", "", completion.Text(field, field.Name))]
                : [.. claims[field.Name]];
        }
    }

    private async Task<ExtractionResult> ReadMeetingAsync(
        Meeting meeting, FieldCatalog catalog, ExtractionTerms terms, CancellationToken cancellationToken)
    {
        var prompt = conversationPrompts.GetValue(catalog, static asked => new ConversationPrompt(asked));
        var missing = CustomerWords.Missing(meeting, team);
        var reading = new MeetingReading(meeting, team, catalog) { IsRated = !CustomerWords.AreMissing(meeting, missing) };
        var (result, fields) = await ReadAsync(
            prompt, prompt.For(meeting, options, team), terms, reading.Values, cancellationToken).ConfigureAwait(false);
        if (missing is { } unread)
        {
            result = result with { Unread = unread, Issues = [.. result.Issues, CustomerWords.IssueOf(unread)] };
        }

        return options.VerifyClaims && reading.Proven(fields, new FieldText(options)) is { Count: > 0 } proven
            ? await VerifyAsync(result, fields, reading, proven, meeting, terms, cancellationToken).ConfigureAwait(false)
            : result;
    }

    private async Task<ExtractionResult> VerifyAsync(
        ExtractionResult result,
        CompletionFields fields,
        MeetingReading reading,
        IReadOnlyList<ProvenClaim> proven,
        Meeting meeting,
        ExtractionTerms terms,
        CancellationToken cancellationToken)
    {
        var call = new ModelCall(chat, options, cache, budget, terms, time, logger, "verification") { Purpose = ExtractionMetrics.Verification };
        var (refused, found) = await ClaimVerifier.VerifyAsync(call, proven, meeting, options, cancellationToken).ConfigureAwait(false);
        Log.Verified(logger, found.Claims, found.Contradicted, found.NotStated, found.Failure, found.InputTokens, found.OutputTokens);
        string[] notRun = found.Failure.Length > 0 ? [$"verification: did not run ({found.Failure}), the values stand as the evidence has them"]
            : found.Unchecked > 0 ? [$"verification: {found.Unchecked} of {Counted.Of(found.Claims, "claim was", "claims were")} not checked"]
            : [];
        return result with
        {
            Values = refused.Count > 0 ? reading.Values(fields, refused.Keys.ToHashSet()) : result.Values,
            Verification = found,
            Issues =
            [
                .. result.Issues,
                .. refused.Select(one => $"{one.Key.Element}: a claim is {Word(one.Value)} by the words around its quote, unconfirmed").Distinct(),
                .. notRun,
            ],
        };
    }

    private static string Word(Verdict verdict) => verdict == Verdict.Contradicted ? "contradicted" : "not stated";

    private async Task<(ExtractionResult Result, CompletionFields Fields)> ReadAsync(
        CatalogPrompt question, PromptWindows prompts, ExtractionTerms terms, Func<CompletionFields, LeadValues> read,
        CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var call = new ModelCall(chat, options, cache, budget, terms, time, logger, question.Kind);
        var reader = new CompletionReader(question.Schema, question.Core, read, options, logger);
        var completion = await reader.ReadAsync(call, prompts.Windows, cancellationToken).ConfigureAwait(false);
        var use = call.Use;
        Log.Extracted(
            logger, call.Kind, call.Model, question.Version, completion.Layer.ToString(), completion.Issues.Count, use.Calls,
            use.InputTokens, use.OutputTokens, (long)time.GetElapsedTime(started).TotalMilliseconds);
        var result = new ExtractionResult
        {
            Values = completion.Values,
            ReadBy = ExtractionMethod.Model,
            Model = call.Model,
            PromptVersion = question.Version,
            Calls = use.Calls,
            InputTokens = use.InputTokens,
            OutputTokens = use.OutputTokens,
            Cost = use.Cost,
            Coverage = prompts.Coverage,
            Issues = completion.Issues,
        };
        return (result, completion.Fields);
    }
}
