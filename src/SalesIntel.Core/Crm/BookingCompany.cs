using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>The company as the booking's own answers give it, before any intelligence has read them.</summary>
internal static class BookingCompany
{
    // "Tell us about your company" is answered with a description.
    private const int LongestName = 100;

    public static string Of(Booking? booking) => booking?.Answers
        .Where(answer => FormTopics.IsAbout(FormTopics.Company, answer.Question))
        .Select(answer => Nothing.OrText(answer.Answer.Trim()))
        .FirstOrDefault(text => text.Length is > 0 and <= LongestName && !text.Contains('\n', StringComparison.Ordinal)) ?? "";
}
