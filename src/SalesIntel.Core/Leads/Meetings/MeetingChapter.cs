namespace SalesIntel.Leads;

/// <summary>A chapter of the meeting's report.</summary>
/// <param name="Title">The chapter's title.</param>
/// <param name="Description">What was talked about; may be empty.</param>
public sealed record MeetingChapter(string Title, string Description);
