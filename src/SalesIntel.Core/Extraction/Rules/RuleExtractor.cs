using Microsoft.Extensions.Logging.Abstractions;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Extracts by keywords: deterministic, offline, free. What runs without a key and in dry run, and the baseline that a
/// model has to beat. It knows forms in English, German, French, Spanish and
/// Portuguese and meetings in English; it repeats what was said and concludes little. A field that no rule fills has a
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
    private const string Version = "rules-9";

    private readonly ExtractionOptions options = ExtractionOptions.Settings.Checked(options);
    private readonly TeamOptions team = team ?? new TeamOptions();
    private readonly TimeProvider time = timeProvider ?? TimeProvider.System;
    private readonly ILogger logger = logger ?? NullLogger<RuleExtractor>.Instance;

    /// <summary>How much sentences speak for elements; other weights than the shipped ones are measured before they are shipped. Null for the shipped
    /// ones, which are read from their files with the first meeting.</summary>
    internal SpokenWeights? Weights { get; init; }

    /// <inheritdoc/>
    public Task<ExtractionResult> ExtractAsync(LeadDocument document, FieldCatalog catalog, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(catalog);
        cancellationToken.ThrowIfCancellationRequested();
        var started = time.GetTimestamp();
        var texts = new FieldText(options);
        UnreadReason? unread = null;
        var isForeign = false;
        var (kind, values) = document.Kind == DocumentKind.Form
            ? ("intel", ReadForm(WordsForSoftware.Without(Form.Of(document)), catalog, texts))
            : (catalog.Framework.Name, ReadMeeting(Conversation.Of(document), catalog, texts, out unread, out isForeign, cancellationToken));
        Log.Extracted(
            logger, kind, Version, Version, "Rules", texts.Issues.Count, 0, 0, 0, (long)time.GetElapsedTime(started).TotalMilliseconds);
        return Task.FromResult(new ExtractionResult
        {
            Values = values,
            ReadBy = ExtractionMethod.Rules,
            Model = Version,
            PromptVersion = Version,
            Unread = unread,
            Issues = unread is { } reason ? [.. texts.Issues, CustomerWords.IssueOf(reason, isForeign)] : texts.Issues,
        });
    }

    private static LeadValues ReadForm(Form form, FieldCatalog catalog, FieldText texts)
    {
        LeadField[] fields = [.. catalog.Intel.Where(field => field.From == DocumentKind.Form)];
        LeadField[] facts = [.. fields.Where(field => field.Evidence != EvidenceRule.Advice)];
        var reading = new FormReading(form, facts.Where(field => field.Evidence != EvidenceRule.Computed && !FormRules.Fills(field)));
        var values = new FormValues(form, texts)
            .Of(facts, field => FormRules.Read(field, reading));
        var advice = new AdviceRules(catalog, values, reading);
        return values.Merge(LeadValues.Of(fields.Where(field => field.Evidence == EvidenceRule.Advice)
            .Select(field => KeyValuePair.Create(field.Name, FieldValue.Of(texts.Of(field, advice.Read(field), field.Name))))));
    }

    private LeadValues ReadMeeting(
        Meeting meeting, FieldCatalog catalog, FieldText texts, out UnreadReason? unread, out bool isForeign, CancellationToken cancellationToken)
    {
        if (meeting.Transcript.Count == 0)
        {
            texts.Report("transcript", "there is none, so that nothing has evidence");
        }

        var framework = catalog.Framework;
        (QualificationElement Element, LeadField Field)[] asked =
        [
            .. framework.Elements.Select(element => (element, framework.FieldOf(element))),
            .. catalog.AskedOf(DocumentKind.Conversation).Where(field => field.Name != MeetingFields.NextSteps.Name)
                .Select(field => (new QualificationElement(field.Name) { Ask = field.Ask, Counts = StatementSide.Any }, field)),
        ];
        var reading = new ConversationReading(
            meeting, team, asked.SelectMany(one => SpokenRules.For(one.Field)), Weights ?? SpokenRules.Weights, cancellationToken);
        unread = CustomerWords.Missing(meeting, team)
            ?? (meeting.Transcript.Count > 0 && !reading.IsSale ? UnreadReason.NothingSold : null);
        isForeign = unread == UnreadReason.NothingSold && CustomerWords.AreForeign(meeting, team);
        var evidence = new SpokenEvidence(meeting, team, new FieldText(options), Weights?.Relations);
        var values = LeadValues.Of(asked.Select(one => KeyValuePair.Create(one.Field.Name, Proven(evidence.Of(
            one.Element,
            one.Field,
            [
                .. SpokenRules.For(one.Field).SelectMany(rule => reading.Claims(rule, one.Element.Name))
                    .DistinctBy(claim => (claim.Turn, claim.Quote)),
            ])))));
        return values
            .With(MeetingFields.NextSteps, evidence.Listed(MeetingFields.NextSteps, meeting.ActionItems, texts))
            .With(framework.Confidence, CustomerWords.AreMissing(meeting, unread) ? FieldValue.Absent : ComputedConfidence.Of(values, framework));
    }

    // A sentence that proves nothing is no claim of anybody: rules only ask whether it does.
    private static FieldValue Proven(FieldValue value) =>
        value with { Claims = [.. value.Claims.Where(claim => claim.Support == ClaimSupport.Supported)] };
}
