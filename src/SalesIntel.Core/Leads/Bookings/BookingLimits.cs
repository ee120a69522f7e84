namespace SalesIntel.Leads;

/// <summary>How much of a booking is kept: no form and no calendar has more; beyond it is an attack or an accident.</summary>
internal static class BookingLimits
{
    /// <summary>Answers, and people of each list.</summary>
    public const int MostItems = 200;

    /// <summary>UTF-16 units of one answer.</summary>
    public const int LongestAnswer = 20_000;

    /// <summary>UTF-16 units of all questions and answers together.</summary>
    public const int LongestForm = 100_000;

    /// <summary>The booking with its texts and lists cut; the same booking where nothing is too long. What identifies it is not cut.</summary>
    public static Booking Cut(Booking booking) => booking with
    {
        InviteeUri = Line(booking.InviteeUri),
        EventUri = Line(booking.EventUri),
        EventTypeUri = Line(booking.EventTypeUri),
        EventName = Line(booking.EventName),
        Name = Line(booking.Name),
        FirstName = Line(booking.FirstName),
        LastName = Line(booking.LastName),
        TimeZone = Line(booking.TimeZone),
        Location = Line(booking.Location),
        Phone = Line(booking.Phone),
        BookedThrough = Line(booking.BookedThrough),
        Tracking = booking.Tracking.Count <= MostItems && booking.Tracking.Values.All(value => value.Length <= TextCleaner.LongestLine)
            ? booking.Tracking
            : booking.Tracking.OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(MostItems)
                .ToDictionary(pair => pair.Key, pair => Line(pair.Value), StringComparer.Ordinal),
        Hosts = People(booking.Hosts),
        HostEmails = People(booking.HostEmails),
        Guests = People(booking.Guests),
        Answers = Form(booking.Answers),
    };

    private static string Line(string text) => TextCleaner.Cut(text, TextCleaner.LongestLine);

    private static IReadOnlyList<string> People(IReadOnlyList<string> people) =>
        people.Count <= MostItems && people.All(person => person.Length <= TextCleaner.LongestLine) ? people : [.. people.Take(MostItems).Select(Line)];

    private static IReadOnlyList<FormAnswer> Form(IReadOnlyList<FormAnswer> answers)
    {
        if (answers.Count <= MostItems && answers.All(IsShort) && answers.Sum(Length) <= LongestForm)
        {
            return answers;
        }

        var left = LongestForm;
        List<FormAnswer> kept = [];
        foreach (var answer in answers.Take(MostItems))
        {
            var question = TextCleaner.Cut(answer.Question, Math.Min(TextCleaner.LongestLine, left));
            left -= question.Length;
            var text = TextCleaner.Cut(answer.Answer, Math.Min(LongestAnswer, left));
            left -= text.Length;
            if (text.Length > 0)
            {
                kept.Add(new FormAnswer(question, text));
            }
        }

        return kept;
    }

    private static bool IsShort(FormAnswer answer) =>
        answer.Question.Length <= TextCleaner.LongestLine && answer.Answer.Length <= LongestAnswer;

    private static int Length(FormAnswer answer) => answer.Question.Length + answer.Answer.Length;
}
