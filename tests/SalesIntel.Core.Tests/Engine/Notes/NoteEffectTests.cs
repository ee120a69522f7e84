using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine.Notes;

/// <summary>What we wrote is told from what a person has edited, also when the outcome of a write got lost.</summary>
public sealed class NoteEffectTests
{
    private const string Subject = "note:booking:A";
    private static readonly string Body = Bodies.Created("A", "ada@quill.example", 0, 48);

    private readonly Pipeline pipeline = new();

    [Fact]
    public async Task Replacement_whose_answer_was_lost_is_not_taken_for_an_edit()
    {
        await WriteAsync("One");
        await LoseAsync("update-note", "Two", done: true);

        await WriteAsync("Three");

        Assert.StartsWith("Three", Assert.Single(pipeline.Crm.Notes).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replacement_that_never_arrived_is_made()
    {
        await WriteAsync("One");
        await LoseAsync("update-note", "Two", done: false);

        await WriteAsync("Three");

        Assert.StartsWith("Three", Assert.Single(pipeline.Crm.Notes).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Further_note_whose_answer_was_lost_is_found_by_its_own_marker()
    {
        await WriteAsync("One");
        pipeline.Crm.EditNotes("Title", "Mine.");
        await LoseAsync("note", "Two", done: true);

        await WriteAsync("Three");

        Assert.Equal(["Mine.", "Three"], pipeline.Crm.Notes.Select(note => note.Content.Split('\n')[0]));
    }

    [Fact]
    public async Task Note_of_a_version_that_kept_no_digest_is_replaced()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Body);
        var id = await pipeline.Crm.CreateNoteAsync("500", Note("One"), CancellationToken.None);
        pipeline.Crm.EditNotes("Title", "Mine.");

        await NoteEffect.WriteAsync(held.Run, await LeadAsync(held) with { References = new Dictionary<string, string> { [Subject] = id } }, Subject, Note("Two"));

        Assert.StartsWith("Two", Assert.Single(pipeline.Crm.Notes).Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("One\r\n\r\nwith  lines \n", false)]
    [InlineData("One\nwith lines \U0001F600", false)]
    [InlineData("One\n\u2714\uFE0F with\u200D lines \u2602", false)]
    [InlineData("<p>One<br>with lines</p>", false)]
    [InlineData("<div>One</div><div>with <b>lines</b></div>", false)]
    [InlineData("<p>One<br>with lines!</p>", true)]
    [InlineData("One\nwith lines!", true)]
    [InlineData("", true)]
    public void Line_ends_white_space_and_what_CRMs_refuse_are_no_edit(string held, bool isEdited)
    {
        var marker = Marker.Of(Subject);
        var trace = NoteTrace.Of(new LeadRecord { Key = new("a") }, Subject).Written(new CrmNote("Title", "One\nwith lines\n" + marker, marker), "");

        Assert.Equal(isEdited, !trace.IsOurs(held + marker));
    }

    private static CrmNote Note(string words) => new("Title", $"{words}\n{Marker.Of(Subject)}", Marker.Of(Subject));

    private static async Task<LeadRecord> LeadAsync(HeldEvent held) => await held.RecordAsync() with { Email = "ada@quill.example", CrmId = "500" };

    private async Task WriteAsync(string words)
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created($"A-{words}", "ada@quill.example", 0, 48));
        await NoteEffect.WriteAsync(held.Run, await LeadAsync(held), Subject, Note(words));
        await held.Run.CommitAsync(new EventCommit { Next = new NextStep.Finish(EventStatus.Processed) });
    }

    private async Task LoseAsync(string call, string words, bool done)
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Bodies.Created($"A-{words}", "ada@quill.example", 0, 48));
        void Lose(string name)
        {
            if (name == call)
            {
                throw new ProviderException("zoho", "timeout", "m") { IsTransient = true, OutcomeUnknown = true };
            }
        }

        pipeline.Crm.Before = done ? _ => { } : Lose;
        pipeline.Crm.After = done ? Lose : _ => { };
        var lead = await LeadAsync(held);
        await Assert.ThrowsAsync<ProviderException>(() => NoteEffect.WriteAsync(held.Run, lead, Subject, Note(words)));
        (pipeline.Crm.Before, pipeline.Crm.After) = (_ => { }, _ => { });
        await held.Run.CommitAsync(new EventCommit { Next = new NextStep.Finish(EventStatus.Processed) });
    }
}
