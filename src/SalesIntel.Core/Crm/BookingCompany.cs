using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>The company as the booking's own answers give it, before any intelligence has read them.</summary>
internal static class BookingCompany
{
    private static readonly string[] Questions = ["company", "company name", "organization", "organisation", "business name"];

    public static string Of(Booking? booking) => booking?.Answers
        .FirstOrDefault(answer => Questions.Contains(answer.Question.Trim(' ', '?', ':', '*').ToLowerInvariant()))
        ?.Answer.Trim() ?? "";
}
