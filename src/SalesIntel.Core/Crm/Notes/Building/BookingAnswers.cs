using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>What the booking's own answers give, before any intelligence has read them.</summary>
internal static class BookingAnswers
{
    // "Tell us about your company" is answered with a description.
    private const int LongestName = 100;

    /// <summary>The company; empty when no answer names it.</summary>
    public static string Company(Booking? booking) => CompanyText.WithoutDetails(Answer(booking, FormTopic.Company));

    /// <summary>What the invitee is at the company; empty when no answer says it.</summary>
    public static string Role(Booking? booking) => Answer(booking, FormTopic.Role);

    /// <summary>The telephone number: the booking's, else that of an answer; empty when there is none.</summary>
    /// <param name="booking">The booking.</param>
    /// <param name="country">The country that the invitee has stated; empty when there is none.</param>
    public static string Phone(Booking? booking, string country) => booking switch
    {
        null => "",
        { Phone.Length: > 0 } => PhoneText.Normalize(booking.Phone, country),
        _ => booking.Answers
            .Select(answer => PhoneText.Find(AnswerParts.Of(FormTopic.Phone, answer))).Where(text => text.Length > 0)
            .Select(text => PhoneText.Normalize(text, country))
            .FirstOrDefault() ?? "",
    };

    /// <summary>What is answered to a question of a kind, whole; empty when nothing is.</summary>
    public static string Whole(Booking booking, FormTopic topic) =>
        booking.Answers.Select(answer => AnswerParts.Of(topic, answer)).FirstOrDefault(text => text.Length > 0) ?? "";

    private static string Answer(Booking? booking, FormTopic topic) => booking?.Answers
        .Select(answer => AnswerParts.Of(topic, answer))
        .FirstOrDefault(text => text.Length is > 0 and <= LongestName && !text.Contains('\n', StringComparison.Ordinal)) ?? "";
}
