using System.Globalization;
using System.Text;
using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>The question for MEDDIC from a meeting.</summary>
internal static class MeddicPrompt
{
    /// <summary>Version of prompt and schema; changes with any of them.</summary>
    public const string Version = "meddic-1";

    /// <summary>What the model is asked to fill.</summary>
    public static AnswerSchema Schema { get; } = AnswerSchema.Of(
        ExtractionJsonContext.Default.MeddicAnswer, "meddic", "What a sales meeting tells about the deal, with evidence");

    /// <summary>The seven elements: fields without which an answer is no answer.</summary>
    public static IReadOnlyList<string> Core { get; } =
    [
        "metrics", "economic_buyer", "decision_criteria", "decision_process", "identified_pain", "champion", "competition",
    ];

    /// <summary>The prompt for a meeting.</summary>
    public static Prompt For(Meeting meeting, ExtractionOptions options)
    {
        var issues = new List<string>();
        var facts = Facts(meeting, options);
        var transcript = "(there is no transcript: read the report of the meeting, and leave all quotes and turns null)";
        if (meeting.Transcript.Count > 0)
        {
            transcript = TranscriptText.Render(meeting.Transcript, options.MaxTranscriptCharacters, out var leftOut);
            if (leftOut > 0)
            {
                issues.Add($"transcript: {leftOut} of {meeting.Transcript.Count} turns left out");
            }
        }
        else
        {
            issues.Add("transcript: there is none, so that nothing has evidence");
        }

        var fence = PromptFence.For(facts, transcript);
        var system =
            $"""
            You read recorded sales meetings and fill in MEDDIC for the sales team, each element with the words that support it.

            Rules:
            - First the evidence, then the value: a short quote copied word for word from one turn, the number of that turn, then
              what it means. A value without words that support it is null.
            - Use only what is said. What is not said is null; do not guess.
            - The customer's words count. What the sellers say counts for prices, dates and steps that the customer accepted.
            - Later statements win: when a number, date or person is corrected, give the correction and quote it.
            - Give dates absolutely, reckoned from the date of the meeting. Keep names and numbers as they are said. Write English.
            {Prompt.DataRule(fence)}
            """;
        return new Prompt(
            system,
            "Read this meeting and fill in MEDDIC. Turns of the transcript are numbered: [12] Name: words.",
            $"{fence.Wrap("meeting", facts)}\n\n{fence.Wrap("transcript", transcript)}",
            "That was the meeting. Fill in metrics, economic buyer, decision criteria, decision process, identified pain, champion "
                + "and competition, each with quote and turn before it, then next steps, risks and confidence. What is not said is null.",
            issues);
    }

    private static string Facts(Meeting meeting, ExtractionOptions options)
    {
        var facts = new StringBuilder();
        Add("title", meeting.Title);
        Add("date", meeting.Start is { } start ? TimeText.UtcWithWeekday(start) : "");
        Add("length", meeting.Duration is { } length ? $"{length.TotalMinutes:0} minutes" : "");
        foreach (var attendee in meeting.Attendees)
        {
            var domain = MailDomains.Of(attendee.Email ?? "");
            var side = options.InternalDomains.Contains(domain, StringComparer.OrdinalIgnoreCase) ? ", seller" : "";
            Add("participant", domain.Length > 0 ? $"{attendee.Name} ({domain}{side})" : attendee.Name);
        }

        Add("summary", meeting.Summary);
        foreach (var chapter in meeting.Chapters)
        {
            Add("chapter", $"{chapter.Title}: {chapter.Description}");
        }

        foreach (var item in meeting.ActionItems)
        {
            Add("action item", item);
        }

        return facts.ToString().TrimEnd();

        void Add(string name, string? value)
        {
            var text = TextCleaner.Cut(TextCleaner.Line(value), 4_000);
            if (text.Length > 0)
            {
                facts.Append(name).Append(": ").Append(text).Append('\n');
            }
        }
    }
}
