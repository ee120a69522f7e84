using System.Text;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>The question for lead intel from a booking. The address itself, phone numbers and the join link are not sent: the
/// mail domain is all the model needs.</summary>
internal static class IntelPrompt
{
    /// <summary>Version of prompt and schema; changes with any of them.</summary>
    public const string Version = "intel-1";

    private const int MaxAnswerCharacters = 20_000;

    /// <summary>What the model is asked to fill.</summary>
    public static AnswerSchema Schema { get; } = AnswerSchema.Of(
        ExtractionJsonContext.Default.LeadIntel, "lead_intel", "What a demo booking tells about the lead",
        "demo_datetime_utc", "demo_datetime_local");

    /// <summary>Fields without which an answer is no answer.</summary>
    public static IReadOnlyList<string> Core { get; } =
    [
        "company_name", "stated_pain_points", "bant_budget_signal", "bant_authority_signal", "bant_need_signal",
        "bant_timing_signal", "qualification_gaps", "recommended_discovery_questions", "sales_rep_cheat_sheet",
    ];

    /// <summary>The prompt for a booking.</summary>
    public static Prompt For(Booking booking)
    {
        var issues = new List<string>();
        var facts = Facts(booking);
        var answers = Answers(booking, issues);
        var fence = PromptFence.For(facts, answers);
        var system =
            $"""
            You prepare sales representatives for product demos. You read a demo booking and fill in what it tells about the lead.

            Rules:
            - Use only what the booking states. What is not stated is null; do not guess and do not fill gaps with general knowledge.
            - Two inferences are allowed and must say so: the company (name, website) from a company's own mail domain, followed
              by "(inferred from the mail domain)", and the country from the time zone, followed by "(inferred from the time
              zone)". A free-mail provider's domain tells nothing about the company.
            - Write English, short and factual; keep names and numbers as they are stated.
            {Prompt.DataRule(fence)}
            """;
        return new Prompt(
            system,
            "Read this booking of a product demo and fill in the fields. Lists are lines of text, one point on each line.",
            $"{fence.Wrap("booking", facts)}\n\n{fence.Wrap("answers", answers)}",
            "That was the booking. Fill in the fields from it: what is stated, the marked inferences, and for the sales rep the "
                + "gaps, questions, focus and cheat sheet that follow from it. What is not stated is null.",
            issues);
    }

    private static string Facts(Booking booking)
    {
        var facts = new StringBuilder();
        var domain = MailDomains.Of(booking.Email);
        Add("name", booking.Name.Length > 0 ? booking.Name : $"{booking.FirstName} {booking.LastName}");
        Add("mail domain", domain.Length == 0 ? "" : $"{domain} ({(MailDomains.IsFreeMail(domain) ? "free mail" : "own domain")})");
        Add("time zone", booking.TimeZone);
        Add("event", booking.EventName);
        Add("demo starts", DemoTime.Utc(booking));
        Add("booked at", TimeText.Day(booking.CreatedAt.ToUniversalTime()));
        Add("guests' mail domains", string.Join(", ", booking.Guests.Select(MailDomains.Of).Where(d => d.Length > 0).Distinct()));
        foreach (var (key, value) in booking.Tracking.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            Add(TextCleaner.Line(key), value);
        }

        return facts.ToString().TrimEnd();

        void Add(string name, string value)
        {
            var text = TextCleaner.Cut(TextCleaner.Line(value), 500);
            if (text.Length > 0)
            {
                facts.Append(name).Append(": ").Append(text).Append('\n');
            }
        }
    }

    // Each line of an answer carries a bar: an answer that holds "Q2:" can't pass for the next question.
    private static string Answers(Booking booking, List<string> issues)
    {
        if (booking.Answers.Count == 0)
        {
            return "(the booking form has no answers)";
        }

        var text = new StringBuilder();
        for (var i = 0; i < booking.Answers.Count; i++)
        {
            var answer = TextCleaner.Block(booking.Answers[i].Answer);
            if (answer.Length > MaxAnswerCharacters)
            {
                issues.Add($"answers: answer {i + 1} cut to {MaxAnswerCharacters} characters");
                answer = TextCleaner.Cut(answer, MaxAnswerCharacters) + " [... rest left out]";
            }

            text.Append('Q').Append(i + 1).Append(": ").Append(TextCleaner.Line(booking.Answers[i].Question)).Append("\n| ")
                .Append(answer.Replace("\n", "\n| ", StringComparison.Ordinal)).Append('\n');
        }

        return text.ToString().TrimEnd();
    }
}
