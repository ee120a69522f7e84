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

    internal static IReadOnlyList<(string Variable, LeadField Field)> Intel { get; } =
    [
        ("ZCF_PAIN_POINTS", LeadFields.PainPoints),
        ("ZCF_TEAM_MEMBERS", LeadFields.TeamSize),
        ("ZCF_TOOLS_CURRENTLY_USED", LeadFields.ToolsInUse),
        ("ZCF_DEMO_OBJECTIVES", LeadFields.DemoObjectives),
        ("ZCF_DEMO_FOCUS_RECOMMENDATION", LeadFields.DemoFocus),
        ("ZCF_DISCOVERY_QUESTIONS", LeadFields.DiscoveryQuestions),
        ("ZCF_SALES_REP_CHEAT_SHEET", LeadFields.CheatSheet),
        ("ZCF_COMPANY_TYPE", LeadFields.CompanyType),
        ("ZCF_COMPANY_DESCRIPTION", LeadFields.CompanyDescription),
        ("ZCF_QUALIFICATION_GAPS", LeadFields.QualificationGaps),
        ("ZCF_BANT_BUDGET", LeadFields.BudgetSignal),
        ("ZCF_BANT_AUTHORITY", LeadFields.AuthoritySignal),
        ("ZCF_BANT_NEED", LeadFields.NeedSignal),
        ("ZCF_BANT_TIMING", LeadFields.TimingSignal),
        ("ZCF_REFERRED_BY", LeadFields.ReferredBy),
    ];

    internal static IReadOnlyList<(string Variable, LeadField Field)> Meddic { get; } =
    [
        ("ZCF_MEDDIC_METRICS", QualificationFrameworks.Meddic.Fields[0]),
        ("ZCF_MEDDIC_ECONOMIC_BUYER", QualificationFrameworks.Meddic.Fields[1]),
        ("ZCF_MEDDIC_DECISION_CRITERIA", QualificationFrameworks.Meddic.Fields[2]),
        ("ZCF_MEDDIC_DECISION_PROCESS", QualificationFrameworks.Meddic.Fields[3]),
        ("ZCF_MEDDIC_IDENTIFIED_PAIN", QualificationFrameworks.Meddic.Fields[4]),
        ("ZCF_MEDDIC_CHAMPION", QualificationFrameworks.Meddic.Fields[5]),
        ("ZCF_MEDDIC_COMPETITION", QualificationFrameworks.Meddic.Fields[6]),
    ];

    /// <summary>All variables.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        DemoDateTime, DemoTimeZone, InviteeUri, EventUri, Answers, LeadIntel,
        .. Intel.Select(field => field.Variable), .. Meddic.Select(field => field.Variable), Confidence,
    ];
}
