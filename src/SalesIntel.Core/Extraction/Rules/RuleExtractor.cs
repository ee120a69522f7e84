using Microsoft.Extensions.Logging;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>Extracts by keywords: deterministic, offline, free. What runs without a key and in dry run, and the baseline that a
/// model has to beat. It knows English forms and meetings; it repeats what was said and concludes little.</summary>
/// <param name="options">Limits and the sellers' domains, already validated.</param>
/// <param name="timeProvider">Clock for the duration that is logged; null is the system's.</param>
/// <param name="logger">Gets one line for each extraction; never content.</param>
public sealed class RuleExtractor(
    ExtractionOptions options, TimeProvider? timeProvider, ILogger<RuleExtractor> logger) : IExtractor
{
    private const string SourceName = "rules";
    private const string Version = "rules-1";

    private readonly TimeProvider _time = timeProvider ?? TimeProvider.System;

    /// <inheritdoc/>
    public Task<Extraction<LeadIntel>> ExtractIntelAsync(Booking booking, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(booking);
        cancellationToken.ThrowIfCancellationRequested();
        var started = _time.GetTimestamp();
        var intel = IntelLimits.Apply(IntelRules.Read(booking), options);
        return Task.FromResult(Finish("intel", intel, [], started));
    }

    /// <inheritdoc/>
    public Task<Extraction<MeddicAssessment>> ExtractMeddicAsync(Meeting meeting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        cancellationToken.ThrowIfCancellationRequested();
        var started = _time.GetTimestamp();
        var scan = new MeddicScan(meeting, options.InternalDomains);
        var assessment = new MeddicAssessment
        {
            Metrics = scan.Find(MeddicRules.Metrics),
            EconomicBuyer = scan.Find(MeddicRules.EconomicBuyer),
            DecisionCriteria = scan.Find(MeddicRules.DecisionCriteria),
            DecisionProcess = scan.Find(MeddicRules.DecisionProcess),
            IdentifiedPain = scan.Find(MeddicRules.IdentifiedPain),
            Champion = scan.Find(MeddicRules.Champion),
            Competition = scan.Find(MeddicRules.Competition),
            NextSteps = [.. meeting.ActionItems.Select(item => TextCleaner.Cut(TextCleaner.Line(item), options.MaxFieldCharacters))
                .Where(item => item.Length > 0).Take(options.MaxListItems)],
            Risks = scan.List(MeddicRules.Risks),
        };
        IReadOnlyList<string> issues = meeting.Transcript.Count > 0
            ? []
            : ["transcript: there is none, so that nothing has evidence"];
        return Task.FromResult(Finish("meddic", assessment with { Confidence = Confidence(assessment) }, issues, started));
    }

    // How much of MEDDIC was heard, nothing more: Super-hot takes all of it.
    private static string Confidence(MeddicAssessment assessment)
    {
        MeddicElement[] elements =
        [
            assessment.Metrics, assessment.EconomicBuyer, assessment.DecisionCriteria, assessment.DecisionProcess,
            assessment.IdentifiedPain, assessment.Champion, assessment.Competition,
        ];
        return elements.Count(element => element.Value.Length > 0) switch
        {
            <= 2 => ConfidenceLadder.Cold,
            <= 4 => ConfidenceLadder.Warm,
            <= 6 => ConfidenceLadder.Hot,
            _ => ConfidenceLadder.SuperHot,
        };
    }

    private Extraction<T> Finish<T>(string kind, T value, IReadOnlyList<string> issues, long started)
        where T : class
    {
        Log.Extracted(
            logger, kind, Version, Version, "Rules", issues.Count, 0, 0, 0,
            (long)_time.GetElapsedTime(started).TotalMilliseconds);
        return new Extraction<T>
        {
            Value = value,
            Source = SourceName,
            Model = Version,
            PromptVersion = Version,
            Issues = issues,
        };
    }
}
