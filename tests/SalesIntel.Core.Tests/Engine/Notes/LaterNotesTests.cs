using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Leads;
using static SalesIntel.Core.Tests.Fakes.Demos;

namespace SalesIntel.Core.Tests.Engine.Notes;

/// <summary>A meeting's note says what has changed since the call before: whichever comes first, the notes end the same, and a late meeting
/// rewrites only the note of the meeting after it.</summary>
public sealed class LaterNotesTests
{
    private const string Ada = "ada@quill.example";

    private static readonly string First = Bodies.Meeting("M1", Ada, startMinute: 1_000, summary: "It takes nine days");
    private static readonly string Second = Bodies.Meeting("M2", Ada, startMinute: 3_000, summary: "It takes nine days.");
    private static readonly string Third = Bodies.Meeting("M3", Ada, startMinute: 5_000, summary: "It takes five days");

    [Fact]
    public async Task Any_order_of_three_meetings_ends_with_the_same_notes_and_fields()
    {
        var expected = (await RunAsync([First, Second, Third])).Crm.Snapshot();
        Assert.Contains("SINCE THE CALL OF 2026-11-02\n- Confirmed: Metrics\n", Note(expected, "It takes nine days."), StringComparison.Ordinal);
        Assert.Contains(
            "SINCE THE CALL OF 2026-11-03\n- Changed: Metrics: before It takes nine days.; now It takes five days\n",
            Note(expected, "It takes five days"),
            StringComparison.Ordinal);
        string[][] orders =
        [
            [First, Second, Third], [First, Third, Second], [Second, First, Third], [Second, Third, First], [Third, First, Second], [Third, Second, First],
        ];
        foreach (var order in orders)
        {
            Assert.Equal(expected, (await RunAsync(order)).Crm.Snapshot());
            for (var steps = 0; steps < 5; steps++)
            {
                Assert.Equal(expected, (await RunAsync(order, steps)).Crm.Snapshot());
            }
        }
    }

    [Fact]
    public async Task Late_meeting_rewrites_the_note_of_the_meeting_after_it_and_no_other()
    {
        var pipeline = await RunAsync([First, Third]);
        pipeline.Crm.Calls.Clear();
        var before = pipeline.Crm.Notes.Single(note => Is(note, "M1"));

        await pipeline.PostAsync(Second);
        await pipeline.DrainAsync();

        Assert.Equal(["note", "update-note"], pipeline.Crm.Calls.Where(call => call.EndsWith("note", StringComparison.Ordinal) && call != "get-note"));
        Assert.Equal(before, pipeline.Crm.Notes.Single(note => Is(note, "M1")));
        Assert.Contains("SINCE THE CALL OF 2026-11-03\n", pipeline.Crm.Notes.Single(note => Is(note, "M3")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_whose_call_before_is_reported_again_says_so()
    {
        var pipeline = await RunAsync([First, Second]);

        await pipeline.PostAsync(Bodies.Meeting("M1", Ada, startMinute: 1_000, summary: "It takes two weeks"));
        await pipeline.DrainAsync();

        Assert.Contains(
            "- Changed: Metrics: before It takes two weeks; now It takes nine days.\n", pipeline.Crm.Notes.Single(note => Is(note, "M2")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Meeting_that_is_taken_to_another_lead_is_no_call_before_any_more()
    {
        var pipeline = new Pipeline();
        pipeline.Team.InternalDomains = ["seller.example"];
        await PostAsync(pipeline, Held("M1", ("Rep One", Rep), ("iPhone", null)));
        await PostAsync(pipeline, Held("M2", Hour.AddDays(1), ("Rep One", Rep), ("iPhone", null)));
        Assert.Contains("SINCE THE CALL OF", pipeline.Crm.Notes.Single(note => Is(note, "M2")).Content, StringComparison.Ordinal);

        await PostAsync(pipeline, Booked("A", Pat, "Pat Person"));

        Assert.Equal([Pat, Rep], await LeadsAsync(pipeline, "M1", "M2"));
        Assert.DoesNotContain("SINCE THE CALL OF", pipeline.Crm.Notes.Single(note => Is(note, "M2")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_that_a_person_has_edited_stays_and_another_one_is_added()
    {
        var pipeline = await RunAsync([First]);
        pipeline.Crm.EditNotes("2026-11-02 Demo held: Demo", "Spoke to Ada again.");

        foreach (var summary in new[] { "It takes two weeks", "It takes three weeks" })
        {
            await pipeline.PostAsync(Bodies.Meeting("M1", Ada, startMinute: 1_000, summary: summary));
            await pipeline.DrainAsync();
        }

        var notes = pipeline.Crm.Notes.ToList();
        Assert.Equal(2, notes.Count);
        Assert.Contains("Spoke to Ada again.", notes[0].Content, StringComparison.Ordinal);
        Assert.Contains("It takes nine days", notes[0].Content, StringComparison.Ordinal);
        Assert.Contains("It takes three weeks", notes[1].Content, StringComparison.Ordinal);
        Assert.NotEqual(notes[0].Marker, notes[1].Marker);
        Assert.EndsWith(notes[1].Marker, notes[1].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edited_note_of_the_meeting_after_a_late_one_stays_too()
    {
        var pipeline = await RunAsync([Second]);
        pipeline.Crm.EditNotes("2026-11-03 Demo held: Demo", "My own words.");

        await pipeline.PostAsync(First);
        await pipeline.DrainAsync();

        string[] about = [.. pipeline.Crm.Notes.Where(note => note.Title.StartsWith("2026-11-03", StringComparison.Ordinal)).Select(note => note.Content)];
        Assert.Equal(2, about.Length);
        Assert.StartsWith("My own words.", about[0], StringComparison.Ordinal);
        Assert.Contains("SINCE THE CALL OF 2026-11-02", about[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Note_that_a_person_has_deleted_is_not_made_anew_for_a_late_meeting()
    {
        var pipeline = await RunAsync([Second]);
        pipeline.Crm.RemoveNotes();

        await pipeline.PostAsync(First);
        await pipeline.DrainAsync();

        Assert.Equal(["M1"], pipeline.Crm.Notes.Select(note => Is(note, "M1") ? "M1" : "other"));
    }

    [Fact]
    public async Task Edited_note_of_a_meeting_that_is_taken_to_another_lead_stays_and_one_beside_it_says_so()
    {
        var pipeline = new Pipeline();
        pipeline.Team.InternalDomains = ["seller.example"];
        await PostAsync(pipeline, Held("M1", ("Rep One", Rep), ("iPhone", null)));
        pipeline.Crm.EditNotes("2026-12-08 Demo held: Demo", "Mine.");

        await PostAsync(pipeline, Booked("A", Pat, "Pat Person"));

        Assert.Equal(
            ["2026-12-08 Demo held: Demo", "Withdrawn: belongs to another lead"],
            pipeline.Crm.NotesOf(Rep).Select(note => note.Title).Order(StringComparer.Ordinal));
    }

    private static async Task<IEnumerable<string?>> LeadsAsync(Pipeline pipeline, params string[] sessions)
    {
        List<string?> leads = [];
        foreach (var session in sessions)
        {
            leads.Add(await pipeline.Store.GetMeetingLeadAsync(session, CancellationToken.None));
        }

        return leads;
    }

    private static bool Is(CrmNote note, string session) => note.Marker == Marker.Of($"note:{MeetingDocument.KeyOf(session)}");

    private static string Note(string snapshot, string metrics) =>
        snapshot.Split("SalesIntel ref ").Single(note => note.Contains($"Found:\n- Metrics: {metrics}\n", StringComparison.Ordinal));

    private static async Task PostAsync(Pipeline pipeline, string body)
    {
        await pipeline.PostAsync(body);
        await pipeline.DrainAsync();
    }

    private static async Task<Pipeline> RunAsync(IEnumerable<string> bodies, int steps = 99)
    {
        var pipeline = new Pipeline();
        foreach (var body in bodies)
        {
            await pipeline.PostAsync(body);
            for (var step = 0; step < steps && await pipeline.StepAsync(); step++)
            {
            }
        }

        await pipeline.DrainAsync();
        return pipeline;
    }
}
