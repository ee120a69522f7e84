namespace SalesIntel.Leads;

/// <summary>The fields of lead intel: what the answers of a booking tell about the lead, with the signals of BANT.</summary>
public static class LeadFields
{
    // Before the fields: what is declared below enters it, in this order.
    private static readonly List<LeadField> Declared = [];

    /// <summary>First name.</summary>
    public static LeadField FirstName { get; } = Declare(new("first_name")
    {
        Ask = "The invitee's first name.", InNote = false,
    });

    /// <summary>Last name.</summary>
    public static LeadField LastName { get; } = Declare(new("last_name")
    {
        Ask = "The invitee's last name.", InNote = false, IsRequired = true,
    });

    /// <summary>Company.</summary>
    public static LeadField CompanyName { get; } = Declare(new("company_name")
    {
        Label = "Company",
        Ask = "The invitee's company as stated. Inferred from the mail domain only when it is a company's own "
            + "domain. Never a free-mail provider.",
        IsCore = true, IsRequired = true,
    });

    /// <summary>Website.</summary>
    public static LeadField CompanyWebsite { get; } = Declare(new("company_website")
    {
        Label = "Website", Kind = FieldKind.Url,
        Ask = "The company's website as stated, or its own mail domain.",
    });

    /// <summary>Kind of company.</summary>
    public static LeadField CompanyType { get; } = Declare(new("company_type")
    {
        Ask = "What kind of company it is, e.g. brand owner, agency, manufacturer, retailer, publisher.",
        Evidence = EvidenceRule.Inferred,
    });

    /// <summary>Company description.</summary>
    public static LeadField CompanyDescription { get; } = Declare(new("company_description")
    {
        Label = "About the company",
        Ask = "One or two sentences on what the company does, only from what is stated.",
    });

    /// <summary>Industry.</summary>
    public static LeadField Industry { get; } = Declare(new("industry")
    {
        Ask = "The company's industry.", Evidence = EvidenceRule.Inferred,
    });

    /// <summary>Team size.</summary>
    public static LeadField TeamSize { get; } = Declare(new("team_size")
    {
        Ask = "Number of people as stated, with what is counted, e.g. '51-200 reviewers'.",
    });

    /// <summary>Country.</summary>
    public static LeadField Country { get; } = Declare(new("country")
    {
        Ask = "Country as stated, or inferred from the time zone.",
        Evidence = EvidenceRule.Inferred, NoteGroup = "Location",
    });

    /// <summary>State or region.</summary>
    public static LeadField StateOrRegion { get; } = Declare(new("state_or_region")
    {
        Ask = "State or region, only when stated.", NoteGroup = "Location",
    });

    /// <summary>City.</summary>
    public static LeadField City { get; } = Declare(new("city")
    {
        Ask = "City, only when stated.", NoteGroup = "Location",
    });

    /// <summary>Phone.</summary>
    public static LeadField Phone { get; } = Declare(new("phone")
    {
        Ask = "Phone number as stated.", Kind = FieldKind.Phone, InNote = false,
    });

    /// <summary>Referred by.</summary>
    public static LeadField ReferredBy { get; } = Declare(new("referred_by")
    {
        Ask = "Who or what led the invitee here, as stated or as the tracking values show.",
    });

    /// <summary>Tools in use.</summary>
    public static LeadField ToolsInUse { get; } = Declare(new("tools_in_use") { Ask = "Tools and ways of working in use today." });

    /// <summary>Pain points.</summary>
    public static LeadField PainPoints { get; } = Declare(new("stated_pain_points")
    {
        Label = "Pain points", Kind = FieldKind.Lines, IsCore = true,
        Ask = "Problems in the invitee's own terms, one on each line.",
    });

    /// <summary>Demo objectives.</summary>
    public static LeadField DemoObjectives { get; } = Declare(new("stated_demo_objectives")
    {
        Label = "Demo objectives", Kind = FieldKind.Lines,
        Ask = "What the invitee wants to see or reach, one on each line.",
    });

    /// <summary>Additional notes.</summary>
    public static LeadField AdditionalNotes { get; } = Declare(new("additional_notes")
    {
        Label = "Notes", Ask = "Anything else that helps and fits no other field.",
    });

    /// <summary>Start of the demo, UTC, ISO 8601.</summary>
    public static LeadField DemoDateTimeUtc { get; } = Declare(new("demo_datetime_utc")
    {
        Label = "Demo (UTC)", Evidence = EvidenceRule.Computed, InNote = false, Policy = WritePolicy.Own,
    });

    /// <summary>Start of the demo in the invitee's time zone, with offset and zone.</summary>
    public static LeadField DemoDateTimeLocal { get; } = Declare(new("demo_datetime_local")
    {
        Label = "Demo (local time)", Evidence = EvidenceRule.Computed, InNote = false, Policy = WritePolicy.Own,
    });

    /// <summary>Budget signal.</summary>
    public static LeadField BudgetSignal { get; } = Declare(new("bant_budget_signal")
    {
        Label = "Budget", IsCore = true,
        Ask = "Signal of budget: what is said on money, cost or approval of spending.",
    });

    /// <summary>Authority signal.</summary>
    public static LeadField AuthoritySignal { get; } = Declare(new("bant_authority_signal")
    {
        Label = "Authority", IsCore = true,
        Ask = "Signal of authority: the invitee's role and say in the decision.",
    });

    /// <summary>Need signal.</summary>
    public static LeadField NeedSignal { get; } = Declare(new("bant_need_signal")
    {
        Label = "Need", IsCore = true, Ask = "Signal of need: why a solution is needed.",
    });

    /// <summary>Timing signal.</summary>
    public static LeadField TimingSignal { get; } = Declare(new("bant_timing_signal")
    {
        Label = "Timing", IsCore = true, Ask = "Signal of timing: dates, deadlines, urgency.",
    });

    /// <summary>What is not known yet of budget, authority, need and timing, one on each line.</summary>
    public static LeadField QualificationGaps { get; } = Declare(new("qualification_gaps")
    {
        Label = "Gaps", Kind = FieldKind.Lines, Evidence = EvidenceRule.Computed,
    });

    /// <summary>Discovery questions.</summary>
    public static LeadField DiscoveryQuestions { get; } = Declare(new("recommended_discovery_questions")
    {
        Label = "Questions to ask", Kind = FieldKind.Lines, Evidence = EvidenceRule.Advice, IsCore = true,
        Ask = "Three to six questions to ask in the demo, one on each line, that close the gaps.",
    });

    /// <summary>Demo focus.</summary>
    public static LeadField DemoFocus { get; } = Declare(new("demo_focus_recommendations")
    {
        Label = "Demo focus", Kind = FieldKind.Lines, Evidence = EvidenceRule.Advice,
        Ask = "What to show in the demo and why, one on each line.",
    });

    /// <summary>Cheat sheet.</summary>
    public static LeadField CheatSheet { get; } = Declare(new("sales_rep_cheat_sheet")
    {
        Label = "Cheat sheet", Evidence = EvidenceRule.Advice, IsCore = true, InNote = false, MaxLength = 8_000,
        Ask = "Half a page for the sales rep before the call: who, company, pain, goals, gaps, how to open. "
            + "Plain text.",
    });

    /// <summary>All of them, in the order in which a model is asked: that of their declarations.</summary>
    public static IReadOnlyList<LeadField> All { get; } = Declared.AsReadOnly();

    private static LeadField Declare(LeadField field)
    {
        Declared.Add(field);
        return field;
    }
}
