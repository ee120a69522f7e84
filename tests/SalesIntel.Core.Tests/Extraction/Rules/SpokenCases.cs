using System.Runtime.CompilerServices;
using SalesIntel.Leads;

namespace SalesIntel.Extraction;

/// <summary>The sentences of <c>spoken.txt</c>, each as the only one in a sales call.</summary>
internal static class SpokenCases
{
    private static readonly RuleExtractor Rules = new(team: new TeamOptions { InternalDomains = ["seller.example"] });

    /// <summary>The lines of an element with a sign: those that were looked at while the rules were written, or the others.</summary>
    public static string[] Lines(string element, char sign, bool isCheck) =>
    [
        .. File.ReadLines(FilePath()).SkipWhile(line => line != $"[{element}]").Skip(1).TakeWhile(line => !line.StartsWith('['))
            .Where(line => line.StartsWith(sign)).Select(line => line[2..]).Where((_, index) => index % 2 == 1 == isCheck),
    ];

    /// <summary>What rules find in a sentence; the question before it stands before a vertical bar.</summary>
    public static async Task<LeadValues> ReadAsync(string line)
    {
        var parts = line.Split(" | ");
        TranscriptTurn[] turns =
        [
            Said("Rep One", "Thanks for joining. I'll give you a demo of our platform, and then we can talk about pricing and a trial."),
            Said("Kim Ardley", "Sounds good, go ahead."),
            Said("Rep One", parts.Length > 1 ? parts[0] : "Fire away."),
            Said("Kim Ardley", parts[^1]),
            Said("Rep One", "Right, I see."),
        ];
        var meeting = new Meeting
        {
            SessionId = "1",
            Transcript = turns,
            Attendees = [new MeetingAttendee("Rep One", "rep@seller.example"), new MeetingAttendee("Kim Ardley", "kim@quill.example")],
        };
        return (await Rules.ExtractAsync(new MeetingDocument(meeting, DateTimeOffset.UnixEpoch), FieldCatalog.Default, default)).Values;
    }

    private static TranscriptTurn Said(string speaker, string text) => new(speaker, text, null);

    private static string FilePath([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "spoken.txt");
}
