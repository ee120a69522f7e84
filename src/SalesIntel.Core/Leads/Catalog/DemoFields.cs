namespace SalesIntel.Leads;

/// <summary>What a booking or a meeting gives without anybody being asked: all computed, written in the same patch as the rest.</summary>
public static class DemoFields
{
    /// <summary>The lead's e-mail address.</summary>
    public static LeadField Email { get; } = Computed("email", "E-mail address", FieldKind.Email, isRequired: true);

    /// <summary>Where the lead came from, e.g. <c>Calendly</c>.</summary>
    public static LeadField LeadSource { get; } =
        Computed("lead_source", "Lead source", policy: WritePolicy.PreserveUserEdits);

    /// <summary>The team size as a number, where it is one.</summary>
    public static LeadField EmployeeCount { get; } =
        Computed("employee_count", "Number of employees", FieldKind.Number, WritePolicy.PreserveUserEdits);

    /// <summary>What happened last with the demo, see <see cref="LeadStatus"/>.</summary>
    public static LeadField Status { get; } = new("lead_status")
    {
        Label = "Lead status", Kind = FieldKind.Choice, Choices = Enum.GetNames<LeadStatus>(), Evidence = EvidenceRule.Computed, InNote = false,
        Policy = WritePolicy.Own,
    };

    /// <summary>Start of the demo.</summary>
    public static LeadField DemoTime { get; } = Computed("demo_datetime", "Time of the demo", FieldKind.DateTime);

    /// <summary>The invitee's time zone.</summary>
    public static LeadField TimeZone { get; } = Computed("demo_timezone", "Invitee's time zone");

    /// <summary>The invitee's URI.</summary>
    public static LeadField InviteeUri { get; } = Computed("calendly_invitee_uri", "Invitee in Calendly");

    /// <summary>The scheduled event's URI.</summary>
    public static LeadField EventUri { get; } = Computed("calendly_event_uri", "Event in Calendly");

    /// <summary>Questions and answers of the form as text.</summary>
    public static LeadField FormAnswers { get; } = Computed("calendly_qa", "Questions and answers of the booking");

    /// <summary>The whole lead intel as text.</summary>
    public static LeadField LeadIntel { get; } = Computed("lead_intel", "The whole lead intel as text");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LeadField> All { get; } =
        [Email, LeadSource, EmployeeCount, Status, DemoTime, TimeZone, InviteeUri, EventUri, FormAnswers, LeadIntel];

    private static LeadField Computed(
        string name, string label, FieldKind kind = FieldKind.Text, WritePolicy policy = WritePolicy.Own, bool isRequired = false) => new(name)
        {
            Label = label,
            Kind = kind,
            Policy = policy,
            Evidence = EvidenceRule.Computed,
            InNote = false,
            IsRequired = isRequired,
        };
}
