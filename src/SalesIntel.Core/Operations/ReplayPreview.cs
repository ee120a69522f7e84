using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Operations;

/// <summary>What a replay of one event would change. Holds personal data.</summary>
public sealed record ReplayPreview
{
    /// <summary>The event.</summary>
    public required string EventId { get; init; }

    /// <summary>Its source's name; empty when there is no such event.</summary>
    public string Source { get; init; } = "";

    /// <summary>Its type; empty when there is no such event.</summary>
    public string EventType { get; init; } = "";

    /// <summary>What a replay would do with it now. All that follows is empty unless it would be <see cref="ReplayResult.Requeued"/>.
    /// </summary>
    public required ReplayResult Result { get; init; }

    /// <summary>The stage with which it would start.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public Stage? StartsAt { get; init; }

    /// <summary>How it would end; null when that is not known because it would wait for something.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public EventStatus? EndsAs { get; init; }

    /// <summary>The lead it belongs to; null while unknown.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public LeadKey? Lead { get; init; }

    /// <summary>The CRM's id of the lead; empty when there is none yet or it is not known.</summary>
    public string LeadId { get; init; } = "";

    /// <summary>True when the lead would be created; null when only the CRM could tell and was not asked.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public bool? CreatesLead { get; init; } = false;

    /// <summary>The fields that would be sent, in the order of sending. Those that depend on an extraction still to be made
    /// (<see cref="NeedsExtraction"/>) are not among them.</summary>
    public IReadOnlyList<FieldChange> Fields { get; init; } = [];

    /// <summary>What else would be done.</summary>
    public IReadOnlyList<EffectPreview> Effects { get; init; } = [];

    /// <summary>True when the event would be read by the language model (or the rules) again: what that gives is not known.</summary>
    public bool NeedsExtraction { get; init; }

    /// <summary>The extraction that was made for this preview, where that was asked for: <see cref="Fields"/> and the text of the note are what
    /// it gives. Null otherwise, and where it failed.</summary>
    public ExtractionPreview? Extraction { get; init; }

    /// <summary>What would be reported beside, e.g. several leads with the same address; without values.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Why the CRM was not asked what it holds: the preview then rests on what we wrote last. Empty when it was asked, or
    /// nothing had to be.</summary>
    public string CrmNotAsked { get; init; } = "";

    /// <summary>True in dry run: a replay would keep all this with the event and write nothing to the CRM.</summary>
    public bool DryRun { get; init; }

    /// <summary>Code of the failure in which a replay would end again, as far as that can be told; empty if none.</summary>
    public string ErrorClass { get; init; } = "";

    /// <summary>That failure, without personal data.</summary>
    public string Error { get; init; } = "";
}
