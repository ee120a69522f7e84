using SalesIntel.Text;

namespace SalesIntel.Hosting.Configuration;

/// <summary>The variables that name the CRM's custom fields; each holds a field's API name, empty = not written.</summary>
internal static class CustomFieldNames
{
    public const string Prefix = "ZCF_";

    /// <summary>Name and what the field holds, in the order of the documentation.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, string>> All =
    [
        new("ZCF_DEMO_DATETIME", "time of the demo"),
        new("ZCF_DEMO_TIMEZONE", "invitee's time zone"),
        new("ZCF_CALENDLY_INVITEE_URI", "invitee in Calendly"),
        new("ZCF_CALENDLY_EVENT_URI", "event in Calendly"),
        new("ZCF_CALENDLY_QA", "questions and answers of the booking"),
        new("ZCF_LEAD_INTEL", "the whole lead intel as text"),
        new("ZCF_PAIN_POINTS", "lead intel: stated pain points"),
        new("ZCF_TEAM_MEMBERS", "lead intel: team size"),
        new("ZCF_TOOLS_CURRENTLY_USED", "lead intel: tools in use"),
        new("ZCF_DEMO_OBJECTIVES", "lead intel: stated demo objectives"),
        new("ZCF_DEMO_FOCUS_RECOMMENDATION", "lead intel: demo focus recommendations"),
        new("ZCF_DISCOVERY_QUESTIONS", "lead intel: recommended discovery questions"),
        new("ZCF_SALES_REP_CHEAT_SHEET", "lead intel: cheat sheet"),
        new("ZCF_COMPANY_TYPE", "lead intel: company type"),
        new("ZCF_COMPANY_DESCRIPTION", "lead intel: company description"),
        new("ZCF_QUALIFICATION_GAPS", "lead intel: qualification gaps"),
        new("ZCF_BANT_BUDGET", "lead intel: budget signal"),
        new("ZCF_BANT_AUTHORITY", "lead intel: authority signal"),
        new("ZCF_BANT_NEED", "lead intel: need signal"),
        new("ZCF_BANT_TIMING", "lead intel: timing signal"),
        new("ZCF_REFERRED_BY", "lead intel: referred by"),
        new("ZCF_MEDDIC_METRICS", "MEDDIC: metrics"),
        new("ZCF_MEDDIC_ECONOMIC_BUYER", "MEDDIC: economic buyer"),
        new("ZCF_MEDDIC_DECISION_CRITERIA", "MEDDIC: decision criteria"),
        new("ZCF_MEDDIC_DECISION_PROCESS", "MEDDIC: decision process"),
        new("ZCF_MEDDIC_IDENTIFIED_PAIN", "MEDDIC: identified pain"),
        new("ZCF_MEDDIC_CHAMPION", "MEDDIC: champion"),
        new("ZCF_MEDDIC_COMPETITION", "MEDDIC: competition"),
        new("ZCF_MEDDIC_CONFIDENCE", "MEDDIC: confidence"),
    ];

    /// <summary>The known name that is most like another.</summary>
    public static string? Nearest(string name) => NearestName.Of(name, All.Select(known => known.Key));
}
