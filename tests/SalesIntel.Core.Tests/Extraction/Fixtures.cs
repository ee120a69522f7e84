using SalesIntel.Leads;
using SalesIntel.Webhooks;
using SalesIntel.Webhooks.Calendly;
using SalesIntel.Webhooks.ReadAi;

namespace SalesIntel.Extraction;

/// <summary>The fixtures as the readers of the two sources read them.</summary>
internal static class Fixtures
{
    public static string Path(string relative) => SalesIntel.Fixtures.Path(relative);

    public static Meeting Meeting(string name) =>
        new ReadAiSource(new ReadAiOptions()).Read(SalesIntel.Fixtures.Bytes($"readai/{name}")).Meeting()!;

    public static Booking Booking(string name = "invitee_created_full") =>
        new CalendlySource(new CalendlyOptions()).Read(SalesIntel.Fixtures.Bytes($"calendly/{name}")).Booking()!;

    public static Booking BookingWith(string email, params (string Question, string Answer)[] answers) => new()
    {
        InviteeId = "invitee-1",
        Email = email,
        Name = "Sunniva Hartley",
        TimeZone = "Europe/Berlin",
        Start = new DateTimeOffset(2026, 12, 1, 9, 30, 0, TimeSpan.Zero),
        Answers = [.. answers.Select(a => new FormAnswer(a.Question, a.Answer))],
        CreatedAt = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero),
        UpdatedAt = new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero),
    };
}
