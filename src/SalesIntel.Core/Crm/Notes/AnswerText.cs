using SalesIntel.Leads;

namespace SalesIntel.Crm;

internal static class AnswerText
{
    /// <summary>Questions and answers, one block each.</summary>
    public static string Of(IEnumerable<FormAnswer> answers) =>
        string.Join("\n\n", answers.Select(answer => $"{answer.Question}\n{answer.Answer}"));
}
