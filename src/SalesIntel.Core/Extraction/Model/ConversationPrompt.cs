using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The question for the elements of a qualification framework from a meeting.</summary>
internal sealed class ConversationPrompt : CatalogPrompt
{
    private const string Revision = "3";
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
                    CompletionSchema.ClaimsOfConversation(
                    [
                        .. catalog.Framework.Elements.Select(element => KeyValuePair.Create(
                            element.Name, CompletionSchema.AskOf(catalog.Framework.FieldOf(element), element.Ask))),
                        .. OfClaims(catalog).Select(field => KeyValuePair.Create(field.Name, CompletionSchema.AskOf(field, field.Ask))),
                    ]),
                    .. Flat(catalog).Select(field => KeyValuePair.Create(field.Name, CompletionSchema.Of(field))),
                ],
                [
                    .. catalog.Framework.Elements.Select(element => element.Name).Concat(OfClaims(catalog).Select(field => field.Name))
                        .SelectMany(CompletionKeys.Flat),
                ]),
            [CompletionKeys.Claims],
            [catalog.Framework.Label, Sides(catalog.Framework), Closing(catalog)])
    {
        framework = catalog.Framework;
        sides = Sides(framework);
        closing = Closing(catalog);
    }

    /// <inheritdoc/>
    public override string Version => Identity == DefaultIdentity.Value ? $"{Kind}-{Revision}" : $"{Kind}-{Revision}-{Identity}";

    /// <summary>The prompts for a meeting: one, unless its transcript is too long for one call.</summary>
    public PromptWindows For(Meeting meeting, ExtractionOptions options, TeamOptions team)
    {
        var issues = new List<string>();
        var turns = meeting.Transcript.Count;
        var budget = new PromptBudget(options.MaxPromptTokens, issues);
        var facts = budget.Part(turns > 0 ? FactsShare : 1, part => part.Lines("facts", Facts(meeting, new MeetingSides(meeting, team))));
        if (turns == 0)
        {
            issues.Add("transcript: there is none, so that nothing has evidence");
            return new PromptWindows([Of(facts, "(there is no transcript: the list of claims is null)", issues)], 1);
        }

        var windows = TranscriptText.Windows(meeting.Transcript, budget.Left, out var read);
        if (read < turns)
        {
            issues.Add($"transcript: {turns - read} of {Counted.Of(turns, "turn was", "turns were")} not read whole");
        }

        if (windows.Count > 1)
        {
            issues.Add($"transcript: read in {windows.Count} windows");
        }

        return new PromptWindows(
            [.. windows.Select((window, index) => Of(facts, window.Text, index == 0 ? issues : []))], (double)read / turns);
    }

    private Prompt Of(string facts, string transcript, IReadOnlyList<string> issues)
    {
        var fence = PromptFence.For(facts, transcript);
        var system =
            $"""
            You read recorded sales meetings and collect for the sales team what they tell about {framework.Label}, each claim with the words that
            support it.

            Rules:
            - One claim for each statement. First a short quote copied word for word from one turn, then the number of that turn, then what
              it means. A claim without words that support it does not belong in the list.
            - Deduce only from the given text. An element of which it says nothing has no claim.
            {sides}
            - Statements that are hedged, corrected later, or contradict each other are claims each: give all of them as they are said.
            - Keep names, numbers, dates and negations as they are said, relative dates in their own words. Write each claim in the language
              of its quote.
            {Prompt.DataRule(fence)}
            """;
        return new Prompt(
            system,
            $"Read this meeting and collect what it tells about {framework.Label}. Turns of the transcript are numbered: [12] Name: words.",
            $"{fence.Wrap("meeting", facts)}\n\n{fence.Wrap("transcript", transcript)}",
            closing,
            issues);
    }

    /// <summary>The consumer's own fields of conversations that are claims as the elements are.</summary>
    public static IEnumerable<LeadField> OfClaims(FieldCatalog catalog) => catalog.AskedOf(DocumentKind.Conversation)
        .Where(field => field.Evidence != EvidenceRule.Advice && !MeetingFields.All.Contains(field));

    /// <summary>The fields of conversations that stand beside the claims.</summary>
    public static IEnumerable<LeadField> Flat(FieldCatalog catalog) => catalog.AskedOf(DocumentKind.Conversation).Except(OfClaims(catalog));

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
        var rest = Wording.List(Flat(catalog).Select(field => field.Label));
        return $"That was the meeting. Based on it, list the claims about {elements}, each with quote and turn before it, then {rest}. What is "
            + "not said is left out or null.";
    }

    private static IEnumerable<string> Facts(Meeting meeting, MeetingSides sides)
    {
        return
        [
            .. Line("title", meeting.Title),
            .. Line("date", meeting.Start is { } start ? TimeText.UtcWithWeekday(start) : ""),
            .. Line("length", meeting.Duration is { } length ? Counted.Of(length.TotalMinutes, "minute", "0") : ""),
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
