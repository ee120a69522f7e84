using SalesIntel.Extraction;
using SalesIntel.Leads;

namespace SalesIntel.Crm;

/// <summary>The first lines of a meeting's note: how it stands, who was there, what comes next, what hurts, what to ask.</summary>
internal sealed class MeetingHead(Meeting meeting, LeadValues values, FieldCatalog catalog, ExtractionMethod readBy, NoteSetup setup)
{
    private const int LongestValue = 240;
    private const int LongestNumbers = 160;
    private const int LongestQuestion = 120;
    private const int MostNamed = 4;
    private const int MostQuestions = 8;
    private const int LongestName = 60;
    private const int LongestSummary = 500;

    private const string Before = " (from an earlier call)";

    private readonly MeetingSides sides = new(meeting, setup.Team);
    private readonly LeadValues known = setup.Since?.Known ?? LeadValues.Empty;

    /// <summary>Adds them.</summary>
    public void AddTo(NoteBuilder note)
    {
        var next = NextSteps();
        string[] said = next.Count > 0 || IsUnread ? [] : [.. SaidSentences.Steps(meeting.Transcript, Day()).Select(new ClaimText(meeting.Start).Of)];
        string[] questions = [.. Questions()];
        note.Line("Status", Status())
            .Line("Who", Who())
            .Line("Next step", next.Count > 0 ? First(next) : said.Length > 0 ? $"said, and not read as agreed: {said[^1]}" : NoStep())
            .Line("Pain", Pain())
            .Line("Ask", questions.Length == 0 ? $"nothing of {catalog.Framework.Label} is open" : "")
            .Add(NotePart.Head, SummaryHeading, OnlySummary())
            .Add(NotePart.Head, "Ask", NoteText.Bullets(questions))
            .Add(NotePart.Core, "Said to be done", said.Length > 1 ? NoteText.Bullets(said) : "");
        if (next.Count > 1 || next.Any(line => line.Length > LongestValue))
        {
            var remark = HasOwnNextSteps ? "" : " as the recorder lists them, not checked";
            note.Add(NotePart.Core, MeetingFields.NextSteps.Label + remark, NoteText.Bullets(next));
        }
    }

    /// <summary>True when next steps were read; else the recorder's own list stands in, which is what rules take too.</summary>
    public bool HasOwnNextSteps => readBy != ExtractionMethod.Rules && IntelText.Shown(values[MeetingFields.NextSteps]).Length > 0;

    /// <summary>The heading of the recorder's summary.</summary>
    public const string SummaryHeading = "Summary by the recorder, not checked";

    /// <summary>What of the summary the first lines don't have: all of it where there is a transcript, which tells more; nothing where they have it whole.
    /// </summary>
    public (string Heading, string Body) RestOfSummary() => meeting.Transcript.Count > 0 ? (SummaryHeading, NoteText.Indented(meeting.Summary))
        : meeting.Summary.Length > LongestSummary ? (SummaryHeading + ", whole", NoteText.Indented(meeting.Summary))
        : ("", "");

    // Without a transcript the summary is all that is known.
    private string OnlySummary() =>
        meeting.Transcript.Count > 0 ? "" : NoteText.Indented(TextCleaner.Shorten(TextCleaner.Block(meeting.Summary), LongestSummary));

    private string NoStep() => readBy == ExtractionMethod.Rules ? "the recorder lists none, and rules read no others" : "none was agreed on: agree on one";

    private DateOnly? Day() => (meeting.Start ?? meeting.End) is { } at
        ? DateOnly.FromDateTime(TimeText.In(HostZone.Of(meeting, setup.Team), at).DateTime) : null;

    private string Status()
    {
        var confidence = NoteText.Short(ComputedConfidence.OfAll(known.Merge(values), catalog.Framework), LongestName);
        var unread = meeting.Transcript.Count == 0 ? $"{NoTranscript()}: nothing could be checked against what was said."
            : readBy == ExtractionMethod.None ? "The transcript was not read."
            : Unread();
        var length = meeting.Duration is { } duration ? $", {Counted.Of((long)Math.Round(duration.TotalMinutes), "minute")}" : "";
        var at = meeting.Start ?? meeting.End;
        var held = at is { } time ? $" {TimeText.Describe(HostZone.Of(meeting, setup.Team), time)}" : ", no date in the recording";
        return $"{(confidence.Length > 0 ? confidence : "not rated")}; demo held{held}{length}.{(unread.Length > 0 ? " " + unread : "")}";
    }

    // What the reader says of a transcript in which it has recognised nothing.
    private string NoTranscript() =>
        meeting.Issues.FirstOrDefault(issue => issue.About == MeetingPart.Transcript) is { } issue
            ? issue.Text.TrimEnd('.')
            : "The recording has no transcript";

    private string Unread() => setup.Unread switch
    {
        UnreadReason.NothingSold when CustomerWords.AreForeign(meeting, setup.Team) =>
            "The rules read English, and this is another language: nothing of what was said was taken.",
        UnreadReason.NothingSold => "The rules do not take it for a sales call: nothing of what was said was taken.",
        UnreadReason.OnlyOurPeople => "Only our own people speak: nothing of what was said counts as the customer's words.",
        UnreadReason.CustomerUnknown when meeting.Transcript.All(turn => turn.Speaker.Length == 0) =>
            "No speakers were recognised in the transcript: nothing of what was said counts as the customer's words.",
        UnreadReason.CustomerUnknown => "Nobody who speaks is known to be the customer's: nothing of what was said counts as the customer's words.",
        _ => "",
    };

    private string Who()
    {
        var bySide = meeting.Attendees.ToLookup(
            sides.Of, person => NoteText.Short(person.Name.Length > 0 ? person.Name : person.Email ?? "", LongestName));
        var others = Joined(", ", Names([.. bySide[MeetingSide.Buyer]], Companies()), Names([.. bySide[MeetingSide.Unknown]], ""));
        return Joined(" with ", others, Names([.. bySide[MeetingSide.Seller]], " (our team)"));

        static string Joined(string between, params IEnumerable<string> names) => string.Join(between, names.Where(name => name.Length > 0));
    }

    // Where their mail comes from tells where they work.
    private string Companies()
    {
        string[] domains =
        [
            .. meeting.Attendees.Where(person => sides.Of(person) == MeetingSide.Buyer).Select(person => person.Email).OfType<string>()
                .Select(MailDomains.Of).Where(domain => !MailDomains.IsFreeMail(domain)).Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        return domains.Length == 0 ? "" : $" ({NoteText.Short(string.Join(", ", domains), LongestName)})";
    }

    private static string Names(IReadOnlyCollection<string> people, string remark)
    {
        string[] named = [.. people.Where(name => name.Length > 0)];
        return named.Length == 0 ? ""
            : string.Join(", ", named.Take(MostNamed)) + (named.Length > MostNamed ? $" and {named.Length - MostNamed} more" : "") + remark;
    }

    // Those that rules took from the recorder have their days beside them.
    private IReadOnlyList<string> NextSteps() => IntelText.Shown(values[MeetingFields.NextSteps]) is { Length: > 0 } steps
        ? NoteText.Lines(steps)
        : [.. meeting.ActionItems.Select(NoteText.Line).Where(item => item.Length > 0)];

    private string First(IReadOnlyList<string> next) => NoteText.Short(next[0], LongestValue)
        + (HasOwnNextSteps ? "" : " (as the recorder lists it, not checked)")
        + (next.Count > 1 ? $" (and {next.Count - 1} more below)" : "");

    private string Pain()
    {
        QualificationElement[] needs = [.. QualificationRoles.Of(catalog.Framework, QualificationRoles.Need)];
        var (pain, numbers) = (Shown(needs, LongestValue), Shown(QualificationRoles.Of(catalog.Framework, QualificationRoles.Measure), LongestNumbers));
        return needs.Length == 0 ? numbers : (pain.Length > 0 ? pain : IsUnread ? "not read" : "not said") + (numbers.Length > 0 ? $" | In numbers: {numbers}" : "");
    }

    private bool IsUnread => meeting.Transcript.Count == 0 || readBy == ExtractionMethod.None || setup.Unread is not null;

    private string Shown(IEnumerable<QualificationElement> elements, int max)
    {
        LeadField[] fields = [.. elements.Select(catalog.Framework.FieldOf)];
        return Brief(values, max) is { Length: > 0 } text ? text : Brief(known, max) is { Length: > 0 } before ? before + Before : "";

        string Brief(LeadValues of, int most) => NoteText.Short(
            string.Join("; ", fields.Select(field => IntelText.Brief(of[field])).Where(text => text.Length > 0)), most);
    }

    private IEnumerable<string> Questions() => catalog.Framework.Elements
        .Select(element => (element, State: QualificationText.StateOf(values[catalog.Framework.FieldOf(element)])))
        .Where(one => one.State == ElementState.Unclear || (one.State == ElementState.Open && !known[catalog.Framework.FieldOf(one.element)].IsKnown))
        .OrderBy(one => one.State)
        .Take(MostQuestions)
        .Select(one => NoteText.Short(one.element.Question.Length > 0 ? one.element.Question : $"{one.element.Label}: not said", LongestQuestion)
            + (one.State == ElementState.Unclear ? $" ({one.element.Label} is unclear)" : ""));
}
