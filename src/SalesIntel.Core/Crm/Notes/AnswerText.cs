using SalesIntel.Leads;

namespace SalesIntel.Crm;

internal static class AnswerText
{
    /// <summary>Questions and answers, one block each.</summary>
    public static string Of(Booking? booking) => booking is null
        ? ""
        : string.Join("\n\n", booking.Answers.Select(answer => $"{answer.Question}\n{answer.Answer}"));
}
