using SalesIntel.Extraction;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Crm;

/// <summary>What the booking's own answers give, before any intelligence has read them.</summary>
internal static class BookingAnswers
{
    // "Tell us about your company" is answered with a description.
    private const int LongestName = 100;

    /// <summary>The company; empty when no answer names it.</summary>
    public static string Company(Booking? booking) => Answer(booking, answer => FormTopics.IsAbout(FormTopics.Company, answer.Question));

    /// <summary>What the invitee is at the company; empty when no answer says it.</summary>
    public static string Role(Booking? booking) => Answer(booking, answer => FormTopics.IsAbout(FormTopics.Role, answer.Question));

    /// <summary>The telephone number: the booking's, else that of an answer; empty when there is none.</summary>
    public static string Phone(Booking? booking) => booking switch
    {
        null => "",
        { Phone.Length: > 0 } => PhoneText.Normalize(booking.Phone),
        _ => booking.Answers
            .Where(answer => FormTopics.IsAbout(FormTopics.Phone, answer.Question) && PhoneText.IsNumber(answer.Answer))
            .Select(answer => PhoneText.Normalize(answer.Answer))
            .FirstOrDefault() ?? "",
    };

    private static string Answer(Booking? booking, Func<FormAnswer, bool> isMeant) => booking?.Answers
        .Where(isMeant)
        .Select(answer => Nothing.OrText(answer.Answer.Trim()))
        .FirstOrDefault(text => text.Length is > 0 and <= LongestName && !text.Contains('\n', StringComparison.Ordinal)) ?? "";
}
