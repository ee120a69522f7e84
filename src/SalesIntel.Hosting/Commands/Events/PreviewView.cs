using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Operations;

namespace SalesIntel.Hosting.Commands.Events;

/// <summary>What a replay would change, as it is printed. Holds personal data.</summary>
internal sealed record PreviewView
{
    public required string EventId { get; init; }

    public required string Source { get; init; }

    public required string EventType { get; init; }

    public required string Result { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? StartsAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? EndsAs { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Lead { get; init; }

    public required string LeadId { get; init; }

    /// <summary>Null: only the CRM could tell, and was not asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool? CreatesLead { get; init; }

    public required IReadOnlyList<FieldView> Fields { get; init; }

    public required IReadOnlyList<EffectView> Effects { get; init; }

    public required bool NeedsExtraction { get; init; }

    /// <summary>With <c>--reextract</c>: how it was read for this preview.</summary>
    public ExtractionPreview? Extraction { get; init; }

    public required IReadOnlyList<string> Issues { get; init; }

    public required string CrmNotAsked { get; init; }

    public required bool DryRun { get; init; }

    public required string ErrorClass { get; init; }

    public required string Error { get; init; }

    public static PreviewView Of(ReplayPreview preview) => new()
    {
        EventId = preview.EventId,
        Source = preview.Source,
        EventType = preview.EventType,
        Result = Words.Of(preview.Result),
        StartsAt = preview.StartsAt is { } stage ? Words.Of(stage) : null,
        EndsAs = preview.EndsAs is { } status ? Words.Of(status) : null,
        Lead = preview.Lead?.Value,
        LeadId = preview.LeadId,
        CreatesLead = preview.CreatesLead,
        Fields = [.. preview.Fields.Select(field => new FieldView(field.Field, field.Before, field.After, field.BeforeFromCrm))],
        Effects = [.. preview.Effects.Select(effect => new EffectView(effect.Effect, effect.Action, effect.Text))],
        NeedsExtraction = preview.NeedsExtraction,
        Extraction = preview.Extraction,
        Issues = preview.Issues,
        CrmNotAsked = preview.CrmNotAsked,
        DryRun = preview.DryRun,
        ErrorClass = preview.ErrorClass,
        Error = preview.Error,
    };
}
