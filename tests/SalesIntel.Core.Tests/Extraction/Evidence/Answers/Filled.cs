using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Forms that somebody filled in.</summary>
internal static class Filled
{
    /// <summary>A booking of Sunniva Hartley.</summary>
    public static Form Form(params (string Question, string Answer)[] answers) => Form("sunniva@harrowpine.example", answers);

    /// <summary>The same with another address.</summary>
    public static Form Form(string email, params (string Question, string Answer)[] answers) => new()
    {
        Noun = "booking",
        Email = email,
        Name = "Sunniva Hartley",
        TimeZone = "Europe/Berlin",
        At = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero),
        Answers = [.. answers.Select(answer => new FormAnswer(answer.Question, answer.Answer))],
    };
}
