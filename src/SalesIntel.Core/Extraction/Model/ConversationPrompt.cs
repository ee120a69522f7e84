using SalesIntel.Leads;
using SalesIntel.Text;

namespace SalesIntel.Extraction;

/// <summary>The question for the elements of a qualification framework from a meeting.</summary>
internal sealed class ConversationPrompt : CatalogPrompt
{
    private const string Revision = "2";
    private const double FactsShare = 0.25;

    private static readonly Lazy<string> DefaultIdentity = new(() => new ConversationPrompt(FieldCatalog.Default).Identity);

    private readonly QualificationFramework framework;
    private readonly string sides;
    private readonly string closing;

    /// <summary>Makes the prompt for a catalogue.</summary>
    public ConversationPrompt(FieldCatalog catalog)
        : base(
            catalog.Framework.Name,
            new CompletionSchema(
                catalog.Framework.Name,
                "What a sales meeting tells about the deal, with evidence",
                [
                    .. catalog.Framework.Elements.SelectMany(element => CompletionSchema.Of(element, catalog.Framework.FieldOf(element))),
                    .. catalog.AskedOf(DocumentKind.Conversation)
                        .Select(field => KeyValuePair.Create(CompletionKeys.Of(field, catalog.Framework), CompletionSchema.Of(field))),
                ]),
            [.. catalog.Framework.Elements.Select(element => element.Name)],
            [catalog.Framework.Label, Sides(catalog.Framework), Closing(catalog)])
    {
        framework = catalog.Framework;
        sides = Sides(framework);
        closing = Closing(catalog);
    }

    /// <inheritdoc/>
    public override string Version => Identity == DefaultIdentity.Value ? $"{Kind}-{Revision}" : $"{Kind}-{Revision}-{Identity}";

    /// <summary>The prompt for a meeting.</summary>
    public Prompt For(Meeting meeting, ExtractionOptions options, TeamOptions team)
    {
        var issues = new List<string>();
        var budget = new PromptBudget(options.MaxTranscriptCharacters, issues);
        var facts = budget.Part(
            meeting.Transcript.Count > 0 ? FactsShare : 1, part => part.Lines("facts", Facts(meeting, new MeetingSides(meeting, team))));
        var transcript = "(there is no transcript: read the report of the meeting, and leave all quotes and turns null)";
        if (meeting.Transcript.Count > 0)
        {
            transcript = TranscriptText.Render(meeting.Transcript, budget.Left, out var leftOut);
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
            You read recorded sales meetings and fill in {framework.Label} for the sales team, each element with the words that support it.

            Rules:
            - First the evidence, then the value: a short quote copied word for word from one turn, the number of that turn, then
              what it means. A value without words that support it is null.
            - Use only what is said. What is not said is null; do not guess.
            {sides}
            - Later statements win: when a number, date or person is corrected, give the correction and quote it.
            - Give dates absolutely, reckoned from the date of the meeting. Keep names and numbers as they are said. Write English.
            {Prompt.DataRule(fence)}
            """;
        return new Prompt(
            system,
            $"Read this meeting and fill in {framework.Label}. Turns of the transcript are numbered: [12] Name: words.",
            $"{fence.Wrap("meeting", facts)}\n\n{fence.Wrap("transcript", transcript)}",
            closing,
            issues);
    }

    private static string Sides(QualificationFramework framework)
    {
        var both = Wording.List(framework.Elements.Where(element => element.Counts == StatementSide.Any).Select(element => element.Label));
        return both.Length == 0
            ? "- The customer's words count. What the sellers say counts only for what is to happen next."
            : $"- The customer's words count. What the sellers say counts only for {both} and for what is to happen next,\n"
                + "  as far as the customer accepted it.";
    }

    private static string Closing(FieldCatalog catalog)
    {
        var elements = Wording.List(catalog.Framework.Elements.Select(element => element.Label));
        var rest = Wording.List(catalog.AskedOf(DocumentKind.Conversation)
            .Select(field => field.Name == catalog.Framework.Confidence.Name ? CompletionKeys.Confidence : field.Label));
        return $"That was the meeting. Fill in {elements}, each with quote and turn before it, then {rest}. What is not said is null.";
    }

    private static IEnumerable<string> Facts(Meeting meeting, MeetingSides sides)
    {
        return
        [
            .. Line("title", meeting.Title),
            .. Line("date", meeting.Start is { } start ? TimeText.UtcWithWeekday(start) : ""),
            .. Line("length", meeting.Duration is { } length ? $"{length.TotalMinutes:0} minutes" : ""),
            .. meeting.Attendees.SelectMany(Participant),
            .. Line("summary", meeting.Summary),
            .. meeting.Chapters.SelectMany(chapter => Line("chapter", $"{chapter.Title}: {chapter.Description}")),
            .. meeting.ActionItems.SelectMany(item => Line("action item", item)),
        ];

        IEnumerable<string> Participant(MeetingAttendee attendee)
        {
            string[] remarks = [MailDomains.Of(attendee.Email ?? ""), sides.Of(attendee) == MeetingSide.Seller ? "seller" : ""];
            var remark = string.Join(", ", remarks.Where(text => text.Length > 0));
            return Line("participant", remark.Length > 0 ? $"{attendee.Name} ({remark})" : attendee.Name);
        }

        static IEnumerable<string> Line(string name, string value) =>
            TextCleaner.Line(value, 4_000) is { Length: > 0 } text ? [$"{name}: {text}"] : [];
    }
}
