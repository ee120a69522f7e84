using SalesIntel.Leads;

namespace SalesIntel.Crm;

internal static class AnswerText
{
    /// <summary>Questions and answers as a field of a CRM has them, one block each.</summary>
    public static string Of(IEnumerable<FormAnswer> answers) =>
        string.Join("\n\n", answers.Select(answer => $"{answer.Question}\n{answer.Answer}"));

    /// <summary>Questions and answers as a note shows them.</summary>
    public static string ForNote(IEnumerable<FormAnswer> answers) =>
        string.Join('\n', answers.Select(answer => $"- {NoteText.Line(answer.Question)}\n{NoteText.Indented(answer.Answer)}"));
}
