using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>A meeting with what a reader claims of it.</summary>
internal sealed record SpokenCase(Meeting Meeting, TeamOptions Team, IReadOnlyList<SpokenClaim> Claims)
{
    /// <summary>What a liar makes of the conversation, with how he lies.</summary>
    public IReadOnlyList<(string Kind, SpokenClaim Claim)> Lies { get; init; } = [];

    private readonly SpokenEvidence evidence = new(Meeting, Team, new FieldText(new ExtractionOptions()));

    /// <summary>The value of a claim's element when the reader claims this alone.</summary>
    public FieldValue Of(SpokenClaim claim)
    {
        var framework = QualificationFrameworks.Meddic;
        var element = framework.Elements.Single(one => one.Name == claim.Element);
        return evidence.Of(element, framework.FieldOf(element), [claim]);
    }

    /// <summary>The same claims about the meeting without its transcript.</summary>
    public SpokenCase WithoutTranscript() => new(Meeting with { Transcript = [] }, Team, Claims);

    /// <summary>The conversations of <c>tests/fixtures/evidence</c>, written before the checks were tried on them.</summary>
    public static SpokenCase Read(string name)
    {
        var parts = File.ReadAllText(Fixtures.Path($"evidence/{name}.txt")).Split("---\n");
        var head = parts[0].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', 2)).ToArray();
        var start = DateTimeOffset.Parse(head.Single(line =>
            line[0] == "day")[1] + "T09:00:00Z", System.Globalization.CultureInfo.InvariantCulture);
        var turns = parts[1].Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => line.Split(": ", 2) is var turn
            ? new TranscriptTurn(turn[0], turn[1], start.AddSeconds(20 * i)) : null!).ToArray();
        return new SpokenCase(
            new Meeting
            {
                SessionId = name,
                Start = start,
                Transcript = turns,
                Attendees =
                [
                    .. head.Where(line => line[0] is "seller" or "buyer").Select((line, i) =>
                        new MeetingAttendee(line[1], $"person{i}@{line[0]}.example")),
                ],
            },
            new TeamOptions { InternalDomains = ["seller.example"] },
            [
                .. Lines(parts[2]).Select(claim => ClaimOf(claim, turns)),
            ])
        {
            Lies = parts.Length > 3 ? [.. Lines(parts[3]).Select(lie => (lie[0], ClaimOf(lie[1..], turns)))] : [],
        };
    }

    private static IEnumerable<string[]> Lines(string part) =>
        part.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" | "));

    private static SpokenClaim ClaimOf(string[] claim, TranscriptTurn[] turns) => new(claim[0], claim[1], Math.Max(1, Array.FindIndex(
        turns, turn => turn.Text.Contains(claim[1], StringComparison.Ordinal)) + 1), claim[2]);

    /// <summary>A fixture of Read.ai: what the customer says, sentence by sentence, each claimed as it is said.</summary>
    public static SpokenCase OfFixture(string name, int most = 80)
    {
        var meeting = Fixtures.Meeting(name);
        var team = new TeamOptions { InternalDomains = ["govisually.com", "clockworkstudio.com"] };
        var turns = new SpokenTurns(meeting, team);
        var claims = meeting.Transcript.SelectMany((turn, i) => SalesIntel.Text.Sentences.Split(turn.Text)
                .Where(sentence => turns.SideOf(turn.Speaker) == MeetingSide.Buyer && sentence.Split(' ').Length >= 7
                    && !sentence.EndsWith('?'))
                .Select(sentence => new SpokenClaim("identified_pain", sentence, i + 1, sentence)))
            .ToArray();
        return new SpokenCase(meeting, team, [.. claims.Where((_, i) => i % Math.Max(1, claims.Length / most) == 0)]);
    }
}
