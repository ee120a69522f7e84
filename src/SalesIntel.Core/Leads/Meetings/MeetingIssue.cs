namespace SalesIntel.Leads;

/// <summary>Something in a report of a meeting that was not recognised.</summary>
/// <param name="About">The part of the report.</param>
/// <param name="Text">One sentence for people, without anything that the report says.</param>
public sealed record MeetingIssue(MeetingPart About, string Text);
