namespace SalesIntel.Leads;

/// <summary>What a meeting tells besides the elements of a qualification framework.</summary>
public static class MeetingFields
{
    /// <summary>What was agreed to happen next.</summary>
    public static LeadField NextSteps { get; } = new("next_steps")
    {
        Kind = FieldKind.Lines, From = DocumentKind.Conversation, InNote = false,
        Ask = "What was agreed to happen next: who does what until when. One item each.",
    };

    /// <summary>What could stop or delay the deal.</summary>
    public static LeadField Risks { get; } = new("risks")
    {
        Kind = FieldKind.Lines, From = DocumentKind.Conversation, InNote = false,
        Ask = "What could stop or delay the deal. One item each.",
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LeadField> All { get; } = [NextSteps, Risks];
}
