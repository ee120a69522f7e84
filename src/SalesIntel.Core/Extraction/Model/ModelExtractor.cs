using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Extraction;

/// <summary>Extracts with a language model: native schema, lenient reading field by field, at most one repair call, and quotes
/// confirmed in the transcript. Safe to use from several threads when the chat client is.</summary>
/// <param name="chat">The model.</param>
/// <param name="options">Limits, already validated.</param>
/// <param name="timeProvider">Clock for the duration that is logged; null is the system's.</param>
/// <param name="logger">Gets one line for each extraction: model, version, layer, issues, tokens; never content.</param>
/// <param name="state">Where an answer is kept for ten minutes, so that a process that dies before it has recorded the extraction
/// does not pay for it twice; null keeps none.</param>
public sealed class ModelExtractor(
    IChatClient chat,
    ExtractionOptions options,
    TimeProvider? timeProvider,
    ILogger<ModelExtractor> logger,
    ISharedState? state = null) : IExtractor
{
    private const string SourceName = "model";

    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;
    private readonly KeptAnswers? _kept = state is null ? null : new KeptAnswers(state);

    /// <inheritdoc/>
    public async Task<Extraction<LeadIntel>> ExtractIntelAsync(Booking booking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(booking);
        var started = _time.GetTimestamp();
        var call = new ModelCall(chat, options, _kept, logger, "intel");
        var reader = new AnswerReader<LeadIntel>(IntelPrompt.Schema, IntelPrompt.Core, ReadIntel, options, logger);
        var answer = await reader.ReadAsync(call, IntelPrompt.For(booking), cancellationToken).ConfigureAwait(false);
        var issues = answer.Issues.ToList();
        var intel = IntelCheck.Apply(answer.Value, booking, issues);
        return Finish(call, answer.Layer, intel, IntelPrompt.Version, issues, started);
    }

    /// <inheritdoc/>
    public async Task<Extraction<MeddicAssessment>> ExtractMeddicAsync(Meeting meeting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var started = _time.GetTimestamp();
        var call = new ModelCall(chat, options, _kept, logger, "meddic");
        var reader = new AnswerReader<MeddicAssessment>(MeddicPrompt.Schema, MeddicPrompt.Core, ReadMeddic, options, logger);
        var answer = await reader.ReadAsync(call, MeddicPrompt.For(meeting, options), cancellationToken).ConfigureAwait(false);
        var issues = answer.Issues.ToList();
        var assessment = MeddicGrounding.Apply(answer.Value, meeting.Transcript, issues);
        return Finish(call, answer.Layer, assessment, MeddicPrompt.Version, issues, started);
    }

    private static MeddicAssessment ReadMeddic(AnswerFields fields)
    {
        return new MeddicAssessment
        {
            Metrics = Element("metrics"),
            EconomicBuyer = Element("economic_buyer"),
            DecisionCriteria = Element("decision_criteria"),
            DecisionProcess = Element("decision_process"),
            IdentifiedPain = Element("identified_pain"),
            Champion = Element("champion"),
            Competition = Element("competition"),
            NextSteps = fields.List("next_steps"),
            Risks = fields.List("risks"),
            Confidence = fields.Confidence("confidence"),
        };

        MeddicElement Element(string name) => new()
        {
            Quote = fields.Text($"{name}_quote"),
            Turn = fields.Turn($"{name}_turn"),
            Value = fields.Text(name),
        };
    }

    private LeadIntel ReadIntel(AnswerFields fields) => new()
    {
        FirstName = fields.Text("first_name"),
        LastName = fields.Text("last_name"),
        CompanyName = fields.Text("company_name"),
        CompanyWebsite = fields.Text("company_website"),
        CompanyType = fields.Text("company_type"),
        CompanyDescription = fields.Text("company_description"),
        Industry = fields.Text("industry"),
        TeamSize = fields.Text("team_size"),
        Country = fields.Text("country"),
        StateOrRegion = fields.Text("state_or_region"),
        City = fields.Text("city"),
        Phone = fields.Text("phone"),
        ReferredBy = fields.Text("referred_by"),
        ToolsInUse = fields.Text("tools_in_use"),
        StatedPainPoints = fields.Text("stated_pain_points"),
        StatedDemoObjectives = fields.Text("stated_demo_objectives"),
        AdditionalNotes = fields.Text("additional_notes"),
        BantBudgetSignal = fields.Text("bant_budget_signal"),
        BantAuthoritySignal = fields.Text("bant_authority_signal"),
        BantNeedSignal = fields.Text("bant_need_signal"),
        BantTimingSignal = fields.Text("bant_timing_signal"),
        QualificationGaps = fields.Text("qualification_gaps"),
        RecommendedDiscoveryQuestions = fields.Text("recommended_discovery_questions"),
        DemoFocusRecommendations = fields.Text("demo_focus_recommendations"),
        SalesRepCheatSheet = fields.Text("sales_rep_cheat_sheet", options.MaxCheatSheetCharacters),
    };

    private Extraction<T> Finish<T>(
        ModelCall call, JsonLayer layer, T value, string version, List<string> issues, long started)
        where T : class
    {
        Log.Extracted(
            logger, call.Kind, call.Model, version, layer.ToString(), issues.Count, call.Calls, call.InputTokens,
            call.OutputTokens, (long)_time.GetElapsedTime(started).TotalMilliseconds);
        return new Extraction<T>
        {
            Value = value,
            Source = SourceName,
            Model = call.Model,
            PromptVersion = version,
            Calls = call.Calls,
            InputTokens = call.InputTokens,
            OutputTokens = call.OutputTokens,
            Issues = issues,
        };
    }
}
