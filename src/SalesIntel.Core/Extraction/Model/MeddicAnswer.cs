using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace SalesIntel.Extraction;

/// <summary>The shape that the model is asked for: flat, evidence before the value that rests on it. Only its schema is
/// used; answers are read field by field.</summary>
internal sealed record MeddicAnswer
{
    [Description("One short verbatim quote, at most 30 words, from one turn of the transcript.")]
    [JsonPropertyName("metrics_quote")]
    public string? MetricsQuote { get; init; }

    [Description("Number of the turn that the quote is from.")]
    [JsonPropertyName("metrics_turn")]
    public int? MetricsTurn { get; init; }

    [Description("Numbers that measure today's cost and the goal: volumes, times, money, targets. The latest "
        + "statement of a number wins.")]
    [JsonPropertyName("metrics")]
    public string? Metrics { get; init; }

    [Description("One short verbatim quote, at most 30 words, from one turn of the transcript.")]
    [JsonPropertyName("economic_buyer_quote")]
    public string? EconomicBuyerQuote { get; init; }

    [Description("Number of the turn that the quote is from.")]
    [JsonPropertyName("economic_buyer_turn")]
    public int? EconomicBuyerTurn { get; init; }

    [Description("The person with the final say over the money: name, role, limits of approval. Not necessarily "
        + "in the meeting. A guess that is corrected later does not count.")]
    [JsonPropertyName("economic_buyer")]
    public string? EconomicBuyer { get; init; }

    [Description("One short verbatim quote, at most 30 words, from one turn of the transcript.")]
    [JsonPropertyName("decision_criteria_quote")]
    public string? DecisionCriteriaQuote { get; init; }

    [Description("Number of the turn that the quote is from.")]
    [JsonPropertyName("decision_criteria_turn")]
    public int? DecisionCriteriaTurn { get; init; }

    [Description("What a solution must do or cost to be chosen.")]
    [JsonPropertyName("decision_criteria")]
    public string? DecisionCriteria { get; init; }

    [Description("One short verbatim quote, at most 30 words, from one turn of the transcript.")]
    [JsonPropertyName("decision_process_quote")]
    public string? DecisionProcessQuote { get; init; }

    [Description("Number of the turn that the quote is from.")]
    [JsonPropertyName("decision_process_turn")]
    public int? DecisionProcessTurn { get; init; }

    [Description("Steps, people, reviews and dates until the signature, with absolute dates. A date that is "
        + "corrected later does not count.")]
    [JsonPropertyName("decision_process")]
    public string? DecisionProcess { get; init; }

    [Description("One short verbatim quote, at most 30 words, from one turn of the transcript.")]
    [JsonPropertyName("identified_pain_quote")]
    public string? IdentifiedPainQuote { get; init; }

    [Description("Number of the turn that the quote is from.")]
    [JsonPropertyName("identified_pain_turn")]
    public int? IdentifiedPainTurn { get; init; }

    [Description("What hurts today, and the consequence.")]
    [JsonPropertyName("identified_pain")]
    public string? IdentifiedPain { get; init; }

    [Description("One short verbatim quote, at most 30 words, from one turn of the transcript.")]
    [JsonPropertyName("champion_quote")]
    public string? ChampionQuote { get; init; }

    [Description("Number of the turn that the quote is from.")]
    [JsonPropertyName("champion_turn")]
    public int? ChampionTurn { get; init; }

    [Description("The person on the customer's side who sells the solution inside, and how that shows.")]
    [JsonPropertyName("champion")]
    public string? Champion { get; init; }

    [Description("One short verbatim quote, at most 30 words, from one turn of the transcript.")]
    [JsonPropertyName("competition_quote")]
    public string? CompetitionQuote { get; init; }

    [Description("Number of the turn that the quote is from.")]
    [JsonPropertyName("competition_turn")]
    public int? CompetitionTurn { get; init; }

    [Description("Other vendors, tools they own, own development, or doing nothing, with what is said about "
        + "them.")]
    [JsonPropertyName("competition")]
    public string? Competition { get; init; }

    [Description("What was agreed to happen next: who does what until when. One item each.")]
    [JsonPropertyName("next_steps")]
    public IReadOnlyList<string>? NextSteps { get; init; }

    [Description("What could stop or delay the deal. One item each.")]
    [JsonPropertyName("risks")]
    public IReadOnlyList<string>? Risks { get; init; }

    [Description("How likely the deal is on this evidence. Cold: no need or no access. Warm: a need without a process. "
        + "Hot: need, buyer and process are known. Super-hot: Hot, with a champion and a date for the signature.")]
    [JsonPropertyName("confidence")]
    [AllowedValues("Cold", "Warm", "Hot", "Super-hot")]
    public string? Confidence { get; init; }
}
