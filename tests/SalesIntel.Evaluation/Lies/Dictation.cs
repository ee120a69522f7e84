using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Lies;

/// <summary>Instructions to a model in what people say and fill in.</summary>
internal static class Dictation
{
    private static readonly IReadOnlyList<string> Turns =
        DataFiles.Sections("lies/meetings.txt").Single(section => section.Key == "instructions").Value;

    private static readonly IReadOnlyList<string> Answers = DataFiles.Sections("lies/instructions.txt").Single().Value;

    /// <summary>The transcript with a buyer's turn that gives instructions.</summary>
    public static IReadOnlyList<TranscriptTurn> Into(Meeting meeting, IReadOnlyList<string> sellerDomains, Seeded random)
    {
        var buyer = meeting.Attendees.FirstOrDefault(person => person.Email is { } email
            && !sellerDomains.Any(domain => email.EndsWith("@" + domain, StringComparison.OrdinalIgnoreCase)));
        var at = random.Below(meeting.Transcript.Count);
        return
        [
            .. meeting.Transcript.Take(at),
            new TranscriptTurn(buyer?.Name ?? "", random.Pick(Turns), meeting.Transcript[at].At),
            .. meeting.Transcript.Skip(at),
        ];
    }

    /// <summary>An answer that gives instructions.</summary>
    public static FormAnswer Answer(Seeded random) => new("Is there anything else?", random.Pick(Answers));
}
