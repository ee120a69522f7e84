using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Extraction;

/// <summary>Extracts with a language model: native schema, lenient reading field by field, at most one repair call, and quotes
/// confirmed in the transcript. Safe to use from several threads when the chat client is.</summary>
/// <param name="chat">The model.</param>
/// <param name="options">Limits; null = the defaults.</param>
/// <param name="team">Who belongs to the sellers; null = the domain of the recording's owner.</param>
/// <param name="timeProvider">Clock for the duration that is logged; null = the system's.</param>
/// <param name="logger">Gets one line for each extraction: model, version, layer, issues, tokens; never content. Null = none.</param>
/// <param name="cache">Where completions are kept, so that the same content is not paid for twice, and the tokens of the day are counted;
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

    private readonly ModelBudget? budget = cache is not null && options is { TokensPerDay: > 0 }
        ? new ModelBudget(cache, options.TokensPerDay, timeProvider ?? TimeProvider.System)
        : null;

    // Schema and prompt are the same for each document of a catalogue.
    private readonly ConditionalWeakTable<FieldCatalog, FormPrompt> formPrompts = [];
    private readonly ConditionalWeakTable<FieldCatalog, ConversationPrompt> conversationPrompts = [];

    /// <inheritdoc/>
    public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(catalog);
        return document.Kind == DocumentKind.Form
            ? ReadFormAsync(Form.Of(document), document.At, catalog, cancellationToken)
            : ReadMeetingAsync(Conversation.Of(document), document.At, catalog, cancellationToken);
    }

    private async Task<ExtractionResult> ReadFormAsync(Form form, DateTimeOffset at, FieldCatalog catalog, CancellationToken cancellationToken)
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
        return await ReadAsync(prompt, new PromptWindows([prompt.For(form, options)], 1), at, Read, cancellationToken).ConfigureAwait(false);

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

    private Task<ExtractionResult> ReadMeetingAsync(Meeting meeting, DateTimeOffset at, FieldCatalog catalog, CancellationToken cancellationToken)
    {
        var prompt = conversationPrompts.GetValue(catalog, static asked => new ConversationPrompt(asked));
        var framework = catalog.Framework;
        return ReadAsync(prompt, prompt.For(meeting, options, team), at, Read, cancellationToken);

        LeadValues Read(CompletionFields completion)
        {
            var own = ConversationPrompt.OfClaims(catalog).ToArray();
            var claims = completion.Claims([.. framework.Elements.Select(element => element.Name), .. own.Select(field => field.Name)])
                .ToLookup(claim => claim.Element, Spoken, StringComparer.Ordinal);
            var evidence = new SpokenEvidence(meeting, team, completion.Texts);
            var values = LeadValues.Of(
            [
                .. framework.Elements.Select(element => KeyValuePair.Create(
                    framework.FieldOf(element).Name, evidence.Of(element, framework.FieldOf(element), [.. claims[element.Name]]))),
                .. own.Select(field => KeyValuePair.Create(field.Name, evidence.Of(OwnElement(field), field, [.. claims[field.Name]]))),
                .. ConversationPrompt.Flat(catalog).Select(field =>
                    KeyValuePair.Create(field.Name, Flat(field, completion.Text(field, field.Name)))),
            ]);
            return values.With(framework.Confidence, meeting.Transcript.Count == 0 ? FieldValue.Absent : ComputedConfidence.Of(values,
                framework));

            FieldValue Flat(LeadField field, string text) => field.Evidence == EvidenceRule.Advice
                ? FieldValue.Of(text)
                : evidence.Lines(field, text, field.Name == MeetingFields.NextSteps.Name ? meeting.ActionItems : []);
        }
    }

    private static SpokenClaim Spoken(CompletionClaim claim) =>
        new(claim.Element, claim.Quote, claim.Turn, claim.Text.Length > 0 ? claim.Text : claim.Quote);

    // What a consumer asks of a conversation anybody may have said.
    private static QualificationElement OwnElement(LeadField field) => new(field.Name) { Ask = field.Ask, Counts = StatementSide.Any };

    private async Task<ExtractionResult> ReadAsync(
        CatalogPrompt question, PromptWindows prompts, DateTimeOffset at, Func<CompletionFields, LeadValues> read,
        CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var call = new ModelCall(chat, options, cache, budget, time.GetUtcNow() - at > PastAge, time, logger, question.Kind);
        var reader = new CompletionReader(question.Schema, question.Core, read, options, logger);
        var completion = await reader.ReadAsync(call, prompts.Windows, cancellationToken).ConfigureAwait(false);
        Log.Extracted(
            logger, call.Kind, call.Model, question.Version, completion.Layer.ToString(), completion.Issues.Count, call.Calls,
            call.InputTokens, call.OutputTokens, (long)time.GetElapsedTime(started).TotalMilliseconds);
        return new ExtractionResult
        {
            Values = completion.Values,
            ReadBy = ExtractionMethod.Model,
            Model = call.Model,
            PromptVersion = question.Version,
            Calls = call.Calls,
            InputTokens = call.InputTokens,
            OutputTokens = call.OutputTokens,
            Cost = call.Cost,
            Coverage = prompts.Coverage,
            Issues = completion.Issues,
        };
    }
}
