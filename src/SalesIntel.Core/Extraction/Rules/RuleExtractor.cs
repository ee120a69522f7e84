using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Extracts by keywords: deterministic, offline, free. What runs without a key and in dry run, and the baseline that a
/// model has to beat. It knows English forms and meetings; it repeats what was said and concludes little. A field that no rule fills has a
/// value only when a question of the form names it.</summary>
/// <param name="options">Limits; null = the defaults.</param>
/// <param name="team">Who belongs to the sellers; null = the domain of the recording's owner.</param>
/// <param name="timeProvider">Clock for the duration that is logged; null = the system's.</param>
/// <param name="logger">Gets one line for each extraction; never content. Null = none.</param>
public sealed class RuleExtractor(
    ExtractionOptions? options = null,
    TeamOptions? team = null,
    TimeProvider? timeProvider = null,
    ILogger<RuleExtractor>? logger = null) : IExtractor
{
    private const string Version = "rules-2";

    private readonly ExtractionOptions options = ExtractionOptions.Settings.Checked(options);
    private readonly TeamOptions team = team ?? new TeamOptions();
    private readonly TimeProvider time = timeProvider ?? TimeProvider.System;
    private readonly ILogger logger = logger ?? NullLogger<RuleExtractor>.Instance;

    /// <inheritdoc/>
    public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(catalog);
        cancellationToken.ThrowIfCancellationRequested();
        var started = time.GetTimestamp();
        var texts = new FieldText(options);
        var (kind, values) = document.Kind == DocumentKind.Form
            ? ("intel", ReadForm(Form.Of(document), catalog, texts))
            : (catalog.Framework.Name, ReadMeeting(Conversation.Of(document), catalog, texts));
        Log.Extracted(
            logger, kind, Version, Version, "Rules", texts.Issues.Count, 0, 0, 0, (long)time.GetElapsedTime(started).TotalMilliseconds);
        return Task.FromResult(new ExtractionResult
        {
            Values = values,
            ReadBy = ExtractionMethod.Rules,
            Model = Version,
            PromptVersion = Version,
            Issues = texts.Issues,
        });
    }

    private static LeadValues ReadForm(Form form, FieldCatalog catalog, FieldText texts)
    {
        LeadField[] fields = [.. catalog.Intel.Where(field => field.From == DocumentKind.Form)];
        LeadField[] facts = [.. fields.Where(field => field.Evidence != EvidenceRule.Advice)];
        var reading = new FormReading(form, facts.Where(field => field.Evidence != EvidenceRule.Computed && !FormRules.Fills(field)));
        var values = new FormValues(form, texts)
            .Of(facts, field => FormRules.Read(field, reading) is { Length: > 0 } text ? [new AnswerClaim("", "", text)] : []);
        var advice = new AdviceRules(catalog, values, reading);
        return values.Merge(LeadValues.Of(fields.Where(field => field.Evidence == EvidenceRule.Advice)
            .Select(field => KeyValuePair.Create(field.Name, FieldValue.Of(texts.Of(field, advice.Read(field), field.Name))))));
    }

    private LeadValues ReadMeeting(Meeting meeting, FieldCatalog catalog, FieldText texts)
    {
        if (meeting.Transcript.Count == 0)
        {
            texts.Report("transcript", "there is none, so that nothing has evidence");
        }

        var scan = new ConversationScan(meeting, team);
        var elements = LeadValues.Of(catalog.Framework.Elements.Select(catalog.Framework.FieldOf).Select(Found));
        return elements.Merge(LeadValues.Of(catalog.AskedOf(DocumentKind.Conversation).Select(field =>
                field.Name == MeetingFields.NextSteps.Name
                    ? Value(field, FieldValue.Of(texts.OfItems(field, meeting.ActionItems, field.Name)))
                    : Found(field))))
            .With(catalog.Framework.Confidence, meeting.Transcript.Count == 0 ? FieldValue.Absent : DealConfidence.Of(elements, catalog.Framework));

        KeyValuePair<string, FieldValue> Found(LeadField field)
        {
            var value = SpokenRules.For(field) is { } rule ? scan.Find(rule) : FieldValue.Absent;
            var text = texts.Of(field, value.Text, field.Name);
            return Value(field, text.Length > 0 ? value with { Text = text } : FieldValue.Absent);
        }

        static KeyValuePair<string, FieldValue> Value(LeadField field, FieldValue value) => KeyValuePair.Create(field.Name, value);
    }
}
