using SalesIntel.Evaluation.Cases;
using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Leads;

namespace SalesIntel.Evaluation.Lies;

/// <summary>Instructions to a model in what people say and fill in.</summary>
internal static class Dictation
{
    private static readonly string[] Dictated = [.. DataFiles.Sections("lies/dictated.txt").SelectMany(section => section.Value)];

    private static readonly string[] Turns =
        [.. DataFiles.Sections("lies/meetings.txt").Single(section => section.Key == "instructions").Value, .. Dictated];

    private static readonly string[] Answers = [.. DataFiles.Sections("lies/instructions.txt").Single().Value];

    /// <summary>The meeting with a buyer's turn that gives instructions.</summary>
    public static Meeting Into(Meeting meeting, EvaluationCase one, Seeded random)
    {
        var buyer = meeting.Attendees.FirstOrDefault(person => person.Email is not null && !one.IsSeller(person.Email));
        var at = random.Below(meeting.Transcript.Count);
        return meeting with
        {
            Transcript =
            [
                .. meeting.Transcript.Take(at),
                new TranscriptTurn(buyer?.Name ?? "", random.Pick(Turns), meeting.Transcript[at].At),
                .. meeting.Transcript.Skip(at),
            ],
        };
    }

    /// <summary>An answer that gives instructions.</summary>
    public static FormAnswer Answer(Seeded random) => new("Is there anything else?", random.Pick(Answers));
}
