using System.ComponentModel;
using System.Text.Json.Serialization;

namespace SalesIntel.Leads;

/// <summary>What a booking's answers tell about the lead. All text, empty when not known; <c>null</c> in JSON reads as
/// empty. A value that was inferred and not stated says so.</summary>
/// <remarks>The descriptions are read by the language model: they are the fields' meaning in the schema.</remarks>
public sealed record LeadIntel
{
    /// <summary>First name.</summary>
    [Description("The invitee's first name.")]
    [JsonPropertyName("first_name")]
    public string FirstName { get; init => field = value ?? ""; } = "";

    /// <summary>Last name.</summary>
    [Description("The invitee's last name.")]
    [JsonPropertyName("last_name")]
    public string LastName { get; init => field = value ?? ""; } = "";

    /// <summary>Company.</summary>
    [Description("The invitee's company as stated. Inferred from the mail domain only when it is a company's own "
        + "domain, and then followed by '(inferred from the mail domain)'. Never a free-mail provider.")]
    [JsonPropertyName("company_name")]
    public string CompanyName { get; init => field = value ?? ""; } = "";

    /// <summary>Website.</summary>
    [Description("The company's website as stated, or its own mail domain followed by '(inferred from the mail "
        + "domain)'.")]
    [JsonPropertyName("company_website")]
    public string CompanyWebsite { get; init => field = value ?? ""; } = "";

    /// <summary>Kind of company.</summary>
    [Description("What kind of company it is, e.g. brand owner, agency, manufacturer, retailer, publisher.")]
    [JsonPropertyName("company_type")]
    public string CompanyType { get; init => field = value ?? ""; } = "";

    /// <summary>Company description.</summary>
    [Description("One or two sentences on what the company does, only from what is stated.")]
    [JsonPropertyName("company_description")]
    public string CompanyDescription { get; init => field = value ?? ""; } = "";

    /// <summary>Industry.</summary>
    [Description("The company's industry.")]
    [JsonPropertyName("industry")]
    public string Industry { get; init => field = value ?? ""; } = "";

    /// <summary>Team size.</summary>
    [Description("Number of people as stated, with what is counted, e.g. '51-200 reviewers'.")]
    [JsonPropertyName("team_size")]
    public string TeamSize { get; init => field = value ?? ""; } = "";

    /// <summary>Country.</summary>
    [Description("Country. When it is inferred from the time zone, followed by '(inferred from the time zone)'.")]
    [JsonPropertyName("country")]
    public string Country { get; init => field = value ?? ""; } = "";

    /// <summary>State or region.</summary>
    [Description("State or region, only when stated.")]
    [JsonPropertyName("state_or_region")]
    public string StateOrRegion { get; init => field = value ?? ""; } = "";

    /// <summary>City.</summary>
    [Description("City, only when stated.")]
    [JsonPropertyName("city")]
    public string City { get; init => field = value ?? ""; } = "";

    /// <summary>Phone.</summary>
    [Description("Phone number as stated.")]
    [JsonPropertyName("phone")]
    public string Phone { get; init => field = value ?? ""; } = "";

    /// <summary>Referred by.</summary>
    [Description("Who or what led the invitee here, as stated or as the tracking values show.")]
    [JsonPropertyName("referred_by")]
    public string ReferredBy { get; init => field = value ?? ""; } = "";

    /// <summary>Tools in use.</summary>
    [Description("Tools and ways of working in use today.")]
    [JsonPropertyName("tools_in_use")]
    public string ToolsInUse { get; init => field = value ?? ""; } = "";

    /// <summary>Pain points.</summary>
    [Description("Problems in the invitee's own terms, one on each line.")]
    [JsonPropertyName("stated_pain_points")]
    public string StatedPainPoints { get; init => field = value ?? ""; } = "";

    /// <summary>Demo objectives.</summary>
    [Description("What the invitee wants to see or reach, one on each line.")]
    [JsonPropertyName("stated_demo_objectives")]
    public string StatedDemoObjectives { get; init => field = value ?? ""; } = "";

    /// <summary>Additional notes.</summary>
    [Description("Anything else that helps and fits no other field.")]
    [JsonPropertyName("additional_notes")]
    public string AdditionalNotes { get; init => field = value ?? ""; } = "";

    /// <summary>Start of the demo, UTC, ISO 8601; computed from the booking, never by a model.</summary>
    [JsonPropertyName("demo_datetime_utc")]
    public string DemoDateTimeUtc { get; init => field = value ?? ""; } = "";

    /// <summary>Start of the demo in the invitee's time zone, with offset and zone; computed from the booking.</summary>
    [JsonPropertyName("demo_datetime_local")]
    public string DemoDateTimeLocal { get; init => field = value ?? ""; } = "";

    /// <summary>Budget signal.</summary>
    [Description("Signal of budget: what is said on money, cost or approval of spending.")]
    [JsonPropertyName("bant_budget_signal")]
    public string BantBudgetSignal { get; init => field = value ?? ""; } = "";

    /// <summary>Authority signal.</summary>
    [Description("Signal of authority: the invitee's role and say in the decision.")]
    [JsonPropertyName("bant_authority_signal")]
    public string BantAuthoritySignal { get; init => field = value ?? ""; } = "";

    /// <summary>Need signal.</summary>
    [Description("Signal of need: why a solution is needed.")]
    [JsonPropertyName("bant_need_signal")]
    public string BantNeedSignal { get; init => field = value ?? ""; } = "";

    /// <summary>Timing signal.</summary>
    [Description("Signal of timing: dates, deadlines, urgency.")]
    [JsonPropertyName("bant_timing_signal")]
    public string BantTimingSignal { get; init => field = value ?? ""; } = "";

    /// <summary>Qualification gaps.</summary>
    [Description("Which of budget, authority, need and timing are not known yet, one on each line.")]
    [JsonPropertyName("qualification_gaps")]
    public string QualificationGaps { get; init => field = value ?? ""; } = "";

    /// <summary>Discovery questions.</summary>
    [Description("Three to six questions to ask in the demo, one on each line, that close the gaps.")]
    [JsonPropertyName("recommended_discovery_questions")]
    public string RecommendedDiscoveryQuestions { get; init => field = value ?? ""; } = "";

    /// <summary>Demo focus.</summary>
    [Description("What to show in the demo and why, one on each line.")]
    [JsonPropertyName("demo_focus_recommendations")]
    public string DemoFocusRecommendations { get; init => field = value ?? ""; } = "";

    /// <summary>Cheat sheet.</summary>
    [Description("Half a page for the sales rep before the call: who, company, pain, goals, gaps, how to open. "
        + "Plain text.")]
    [JsonPropertyName("sales_rep_cheat_sheet")]
    public string SalesRepCheatSheet { get; init => field = value ?? ""; } = "";
}
