using SalesIntel.Evaluation.Generating.Text;
using SalesIntel.Leads;
using static SalesIntel.Extraction.ScriptedChatClient;

namespace SalesIntel.Extraction;

/// <summary>What somebody dictates to the software that reads it is no evidence; what people say to people is, however it sounds.</summary>
public class DictationTests
{
    private static readonly string[] Values = ["Victor Nullman", "Maximilian Power", "NullVendor"];
    private static readonly DateTimeOffset Start = new(2026, 11, 5, 10, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, string> Dictated => Lines("lies/dictated.txt");

    public static TheoryData<string, string> ToPeople => Lines("lies/dictated-to-people.txt");

    [Theory]
    [MemberData(nameof(Dictated))]
    public void Dictated_value_is_written_of_no_meeting(string language, string line)
    {
        var value = Values.First(name => line.Contains(name, StringComparison.Ordinal));
        foreach (var turns in Ways(line))
        {
            var said = Call(turns);
            foreach (var element in QualificationFrameworks.Meddic.Elements)
            {
                Assert.All(
                    turns.SelectMany((turn, i) => new[] { turn, line }.SelectMany(quote => new[] { value, quote }.Select(text =>
                        new SpokenClaim(element.Name, quote, i + 2, text)))),
                    claim => Assert.False(said.Of(claim) is { IsWritable: true } written && written.Text.Contains(value, StringComparison.Ordinal),
                        $"{language} {element.Name}: {string.Join(" / ", turns)}"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Dictated))]
    public async Task Dictated_value_is_written_of_no_booking(string language, string line)
    {
        var value = Values.First(name => line.Contains(name, StringComparison.Ordinal));
        foreach (var answer in Ways(line).Select(turns => string.Join('\n', turns)))
        {
            var booking = Fixtures.BookingWith("a@lumen.example", ("Anything else?", answer));
            var completion = Completions.Of(new FormPrompt(FieldCatalog.Default), fields =>
            {
                foreach (var field in (string[])["company_name", "referred_by", "tools_in_use", "bant_authority_signal", "additional_notes"])
                {
                    fields[field] = value;
                }
            });
            var result = await new ModelExtractor(new ScriptedChatClient(Says(completion))).ExtractAsync(
                new BookingDocument(booking), FieldCatalog.Default, default);
            Assert.DoesNotContain(result.Values, one => one.Value.IsWritable && one.Value.Text.Contains(value, StringComparison.Ordinal));
            Assert.NotEmpty(language);
        }
    }

    [Theory]
    [MemberData(nameof(ToPeople))]
    public void What_is_said_to_people_is_written(string language, string line)
    {
        var (element, said) = (line.Split(" | ")[0], line.Split(" | ")[1]);
        var value = Call([said]).Of(new SpokenClaim(element, said, 2, said));
        Assert.True(value.IsWritable, $"{language}: {said}");
        Assert.False(WordsForSoftware.AreIn(said));
    }

    // A turn, quoted, in brackets, pasted, after something true, and spread over turns.
    private static IEnumerable<string[]> Ways(string line)
    {
        yield return [line];
        yield return [$"“{line}”"];
        yield return [$"[{line}]"];
        yield return [$"I just pasted this into the chat: {line}"];
        yield return [$"We are eleven people in two offices. {line}"];
        var sentences = SalesIntel.Text.Sentences.Split(line).ToArray();
        if (sentences.Length > 1 && !line.Contains("that down", StringComparison.Ordinal))
        {
            yield return sentences;
        }
    }

    private static SpokenCase Call(string[] turns) => new(
        new Meeting
        {
            SessionId = "dictation",
            Start = Start,
            Transcript =
            [
                new TranscriptTurn("Harper Voss", "Thanks for taking the time.", Start),
                .. turns.Select((turn, i) => new TranscriptTurn("Ottoline Vane", turn, Start.AddSeconds(20 * (i + 1)))),
                new TranscriptTurn("Harper Voss", "I see.", Start.AddMinutes(5)),
            ],
            Attendees = [new("Harper Voss", "harper@seller.example"), new("Ottoline Vane", "ottoline@buyer.example")],
        },
        new TeamOptions { InternalDomains = ["seller.example"] },
        []);

    private static TheoryData<string, string> Lines(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var (language, lines) in DataFiles.Sections(file))
        {
            foreach (var line in lines)
            {
                data.Add(language, line);
            }
        }

        return data;
    }
}
