namespace SalesIntel.Leads;

/// <summary>One question of the booking form with the invitee's answer, both as received (line ends as <c>\n</c>).</summary>
/// <param name="Question">The question's text.</param>
/// <param name="Answer">The answer; several choices are on lines of their own.</param>
public sealed record FormAnswer(string Question, string Answer);
