using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>The variables that name custom fields of the CRM, and what each holds.</summary>
public static class CustomFields
{
    /// <summary>Start of the demo.</summary>
    public const string DemoDateTime = "ZCF_DEMO_DATETIME";

    /// <summary>The invitee's time zone.</summary>
    public const string DemoTimeZone = "ZCF_DEMO_TIMEZONE";

    /// <summary>The invitee's URI.</summary>
    public const string InviteeUri = "ZCF_CALENDLY_INVITEE_URI";

    /// <summary>The scheduled event's URI.</summary>
    public const string EventUri = "ZCF_CALENDLY_EVENT_URI";

    /// <summary>Questions and answers as text.</summary>
    public const string Answers = "ZCF_CALENDLY_QA";

    /// <summary>The whole intel as text.</summary>
    public const string LeadIntel = "ZCF_LEAD_INTEL";

    /// <summary>MEDDIC's confidence.</summary>
    public const string Confidence = "ZCF_MEDDIC_CONFIDENCE";

    internal static IReadOnlyList<(string Variable, Func<LeadIntel, string> Read)> Intel { get; } =
    [
        ("ZCF_PAIN_POINTS", intel => intel.StatedPainPoints),
        ("ZCF_TEAM_MEMBERS", intel => intel.TeamSize),
        ("ZCF_TOOLS_CURRENTLY_USED", intel => intel.ToolsInUse),
        ("ZCF_DEMO_OBJECTIVES", intel => intel.StatedDemoObjectives),
        ("ZCF_DEMO_FOCUS_RECOMMENDATION", intel => intel.DemoFocusRecommendations),
        ("ZCF_DISCOVERY_QUESTIONS", intel => intel.RecommendedDiscoveryQuestions),
        ("ZCF_SALES_REP_CHEAT_SHEET", intel => intel.SalesRepCheatSheet),
        ("ZCF_COMPANY_TYPE", intel => intel.CompanyType),
        ("ZCF_COMPANY_DESCRIPTION", intel => intel.CompanyDescription),
        ("ZCF_QUALIFICATION_GAPS", intel => intel.QualificationGaps),
        ("ZCF_BANT_BUDGET", intel => intel.BantBudgetSignal),
        ("ZCF_BANT_AUTHORITY", intel => intel.BantAuthoritySignal),
        ("ZCF_BANT_NEED", intel => intel.BantNeedSignal),
        ("ZCF_BANT_TIMING", intel => intel.BantTimingSignal),
        ("ZCF_REFERRED_BY", intel => intel.ReferredBy),
    ];

    internal static IReadOnlyList<(string Variable, Func<MeddicAssessment, MeddicElement> Read)> Meddic { get; } =
    [
        ("ZCF_MEDDIC_METRICS", meddic => meddic.Metrics),
        ("ZCF_MEDDIC_ECONOMIC_BUYER", meddic => meddic.EconomicBuyer),
        ("ZCF_MEDDIC_DECISION_CRITERIA", meddic => meddic.DecisionCriteria),
        ("ZCF_MEDDIC_DECISION_PROCESS", meddic => meddic.DecisionProcess),
        ("ZCF_MEDDIC_IDENTIFIED_PAIN", meddic => meddic.IdentifiedPain),
        ("ZCF_MEDDIC_CHAMPION", meddic => meddic.Champion),
        ("ZCF_MEDDIC_COMPETITION", meddic => meddic.Competition),
    ];

    /// <summary>All variables.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DemoDateTime, DemoTimeZone, InviteeUri, EventUri, Answers, LeadIntel,
        .. Intel.Select(field => field.Variable), .. Meddic.Select(field => field.Variable), Confidence,
    ];
}
