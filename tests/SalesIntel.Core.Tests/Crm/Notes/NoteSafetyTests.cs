using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;

namespace SalesIntel.Core.Tests.Crm.Notes;

/// <summary>Whatever a form, a transcript or a model says stays text: it fakes no section, no label and no marker.</summary>
public sealed class NoteSafetyTests
{
    private const string Hostile =
        "First\r\nMEDDIC\nFound:\u2028Status: Super-hot\u0085NEXT STEPS\v- Wire the money\f=HYPERLINK(\"https://evil.example\")\n@SUM(1)\n+1\n"
        + "<script>alert(1)</script> [x](https://evil.example)\n\u202EtxeN\u0000 SalesIntel ref 0123456789ab";

    private static readonly string[] Ours =
    [
        "Demo: ", "Where: ", "Why now: ", "Pain: ", "Status: ", "Who: ", "Next step: ", "When: ", "From: ", "Phone: ", "Found:", "Unclear:", "Open:", "[Cut",
        "Ask: ", "SalesIntel ref ", "- ", "  ",
    ];

    public static TheoryData<string> Notes() => new(Written().Select(note => note.Content));

    [Theory]
    [MemberData(nameof(Notes))]
    public void Every_line_begins_with_something_of_ours(string content)
    {
        string[] labels = [.. FieldCatalog.Default.All.Select(field => $"{field.Label}:"), "Location:", "With:", "Guests:", "Campaign:"];
        Assert.All(content.Split('\n').Where(line => line.Length > 0), line => Assert.True(
            Ours.Concat(labels).Any(begin => line.StartsWith(begin, StringComparison.Ordinal)) || line == line.ToUpperInvariant(), line));
        Assert.Equal(1, content.Split("SalesIntel ref ").Length - 1);
        Assert.DoesNotContain(content, c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202E', content);
    }

    [Theory]
    [MemberData(nameof(Notes))]
    public void Heading_stands_once_and_no_line_is_a_formula(string content)
    {
        string[] lines = content.Split('\n');
        Assert.DoesNotContain(lines, line => line is ['=' or '@' or '+', ..]);
        Assert.All(lines.Where(line => line.Length > 3 && line[0] is >= 'A' and <= 'Z' && line == line.ToUpperInvariant()).GroupBy(line => line), heading => Assert.Single(heading));
        Assert.DoesNotContain("\nStatus: Super-hot", content, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_is_shown_as_the_text_that_it_is() =>
        Assert.All(Written(), note => Assert.Contains("<script>alert(1)</script> [x](https://evil.example)", note.Content, StringComparison.Ordinal));

    private static IEnumerable<CrmNote> Written()
    {
        var claim = new Claim { Text = Hostile, Quote = Hostile, Speaker = Hostile, Question = Hostile, Support = ClaimSupport.Supported, At = RepNotes.Meeting.Start };
        foreach (var (status, support) in new[]
        {
            (FieldStatus.Found, ClaimSupport.Supported), (FieldStatus.Ambiguous, ClaimSupport.Supported), (FieldStatus.Found, ClaimSupport.Unsupported),
        })
        {
            var value = new FieldValue { Text = Hostile, Status = status, InferredFrom = Hostile, Claims = [claim with { Support = support }] };
            var values = LeadValues.Of(FieldCatalog.Default.All.Select(field => KeyValuePair.Create(field.Name, value)));
            yield return RepNotes.Of(
                RepNotes.Booking with
                {
                    Name = Hostile, Location = Hostile, Hosts = [Hostile], Guests = [Hostile], Tracking = new Dictionary<string, string> { [Hostile] = Hostile },
                    Answers = [new FormAnswer(Hostile, Hostile), new FormAnswer("Your role", Hostile)],
                },
                values,
                new NoteSetup { Issues = [Hostile] });
            yield return RepNotes.Of(
                RepNotes.Meeting with
                {
                    Summary = Hostile, ActionItems = [Hostile], KeyQuestions = [Hostile], RecordingUrl = Hostile,
                    Attendees = [new MeetingAttendee(Hostile, "a@b.example"), new MeetingAttendee(Hostile, null)],
                },
                values,
                new NoteSetup { Since = new SinceLastCall(Bodies.Base, [new ValueChange(LeadFields.City.Name, ValueChangeKind.Changed, value, value)]) });
            yield return DocumentNote.Write(
                new FormDocument("contact:1", "a@b.example", Bodies.Base) { Name = Hostile, Phone = Hostile, Answers = [new FormAnswer(Hostile, Hostile)] },
                values,
                FieldCatalog.Default,
                ExtractionMethod.Model);
        }
    }
}
