using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>Texts and meetings of a few invented sentences.</summary>
internal static class Spoken
{
    /// <summary>When the meetings begin.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Who sells.</summary>
    public static readonly TeamOptions Team = new() { InternalDomains = ["seller.example"] };

    /// <summary>A text that is English where its own words do not tell another language.</summary>
    public static ReadText Text(string text) => new(text, LanguageWords.All[0]);

    /// <summary>A text of a language.</summary>
    public static ReadText Text(string text, string language) => new(text, LanguageWords.All.Single(one => one.Code == language));

    /// <summary>Weights of the lines of a file.</summary>
    public static CueWeights Weights(params string[] lines)
    {
        using var reader = new StringReader(string.Join('\n', lines));
        return new CueWeights(SalesIntel.Text.DataFile.Sections(reader));
    }

    /// <summary>A meeting of Rep, who sells, with Ann and Kim, who buy.</summary>
    /// <param name="turns">What is said, as <c>Ann: words</c>; a name that nobody has is a speaker of whom nothing is known.</param>
    public static Meeting Meeting(params string[] turns) => new()
    {
        SessionId = "1",
        Start = Start,
        Attendees =
        [
            new MeetingAttendee("Rep One", "rep@seller.example"), new MeetingAttendee("Ann Ray", "ann@quill.example"),
            new MeetingAttendee("Kim Lo", "kim@quill.example"),
        ],
        Transcript = [.. turns.Select((turn, i) => Turn(turn, i))],
    };

    /// <summary>What is found of each turn, quoted as a whole or in the parts between bars; a turn of three dots, and a part
    /// behind a tilde, is not quoted.</summary>
    /// <param name="element">The element.</param>
    /// <param name="turns">What is said, as in <see cref="Meeting"/>.</param>
    public static Statement[] Statements(QualificationElement element, params string[] turns)
    {
        var meeting = Meeting([.. turns.Select(turn =>
            turn.Replace(" | ", " ", StringComparison.Ordinal).Replace("~", "", StringComparison.Ordinal))]);
        var check = new ClaimCheck(meeting, new SpokenTurns(meeting, Team), new QuoteFinder(meeting.Transcript));
        return
        [
            .. turns.Select((turn, i) => (Turn: i + 1, Said: turn.Split(": ", 2)[1])).Where(turn => turn.Said != "...")
                .SelectMany(turn => turn.Said.Split(" | ").Where(part => part[0] != '~').Select(part => Check(turn.Turn, part))),
        ];

        Statement Check(int turn, string part)
        {
            var statement = check.Check(element, new SpokenClaim(element.Name, part, turn, ""), out var reason);
            Assert.Equal("", reason);
            return statement;
        }
    }

    /// <summary>An element of MEDDIC.</summary>
    public static QualificationElement Element(string name) => QualificationFrameworks.Meddic.Elements.Single(one => one.Name == name);

    private static TranscriptTurn Turn(string turn, int index)
    {
        var parts = turn.Split(": ", 2);
        var speaker = parts[0] switch { "Rep" => "Rep One", "Ann" => "Ann Ray", "Kim" => "Kim Lo", var other => other };
        return new TranscriptTurn(speaker, parts[1], Start.AddSeconds(10 * index));
    }
}
