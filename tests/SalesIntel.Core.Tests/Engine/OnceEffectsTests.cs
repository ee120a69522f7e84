using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;
using SalesIntel.Engine;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Notes and tasks have no idempotency key in the CRM: the intent is written before the call, and looked after.</summary>
public sealed class OnceEffectsTests
{
    private const string Ada = "ada@quill.example";
    private const string Subject = "note:booking:A";

    private static readonly string Body = Bodies.Created("A", Ada, 0, 48);
    private static readonly CrmNote Note = new("Title", "Text\n" + Marker.Of(Subject), Marker.Of(Subject));
    private static readonly CrmTask Todo = new("Prepare", new DateOnly(2026, 11, 24), "Text\n" + Marker.Of("task:A"), Marker.Of("task:A"));

    private readonly Pipeline pipeline = new();

    [Fact]
    public async Task Note_is_made_and_its_id_kept_with_the_lead_and_the_event()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Body);

        await NoteEffect.WriteAsync(held.Run, await LeadAsync(held), Subject, Note);
        await held.Run.FlushAsync();

        Assert.Equal(Note, Assert.Single(pipeline.Crm.Notes));
        var entry = (await held.StoredAsync()).Ledger[Effects.Note];
        Assert.Equal(LedgerState.Done, entry.State);
        Assert.Equal(entry.Reference, (await held.RecordAsync()).References[Subject]);
        Assert.Equal(["note"], pipeline.Crm.Calls);
    }

    [Fact]
    public async Task Effect_that_the_ledger_has_as_done_is_not_looked_at_again()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Body);
        await NoteEffect.WriteAsync(held.Run, await LeadAsync(held), Subject, Note);

        await NoteEffect.WriteAsync(held.Run, await LeadAsync(held), Subject, Note with { Title = "Other" });

        Assert.Equal(["note"], pipeline.Crm.Calls);
    }

    [Fact]
    public async Task Intent_is_recorded_before_the_call()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Body);
        pipeline.Crm.Before = call =>
        {
            var stored = held.StoredAsync().GetAwaiter().GetResult();
            Assert.Equal((call, LedgerState.Intended, ""), ("note", stored.Ledger[Effects.Note].State, stored.Ledger[Effects.Note].Reference));
            Assert.Equal("?", held.RecordAsync().GetAwaiter().GetResult().References[Subject]);
        };

        await NoteEffect.WriteAsync(held.Run, await LeadAsync(held), Subject, Note);

        Assert.Single(pipeline.Crm.Calls);
    }

    [Fact]
    public async Task Note_whose_answer_was_lost_is_found_by_its_marker_and_not_made_twice()
    {
        await LoseAnswerAsync("note", made: true);
        await using var again = await HeldEvent.TakeAsync(pipeline);

        await NoteEffect.WriteAsync(again.Run, await LeadAsync(again), Subject, Note with { Title = "Newer" });
        await again.Run.FlushAsync();

        Assert.Equal(["note", "find-note", "get-note", "update-note"], pipeline.Crm.Calls);
        Assert.Equal("Newer", Assert.Single(pipeline.Crm.Notes).Title);
        Assert.NotEqual("?", (await again.RecordAsync()).References[Subject]);
    }

    [Fact]
    public async Task Note_that_was_intended_but_never_made_is_made()
    {
        await LoseAnswerAsync("note", made: false);
        await using var again = await HeldEvent.TakeAsync(pipeline);

        await NoteEffect.WriteAsync(again.Run, await LeadAsync(again), Subject, Note);

        Assert.Equal(["note", "find-note", "note"], pipeline.Crm.Calls);
        Assert.Single(pipeline.Crm.Notes);
    }

    [Fact]
    public async Task Note_of_another_lead_with_the_same_marker_is_not_taken_for_ours()
    {
        await pipeline.Crm.CreateNoteAsync("other", Note, CancellationToken.None);
        await LoseAnswerAsync("note", made: false);
        await using var again = await HeldEvent.TakeAsync(pipeline);

        await NoteEffect.WriteAsync(again.Run, await LeadAsync(again), Subject, Note);

        Assert.Equal(2, pipeline.Crm.Notes.Count());
    }

    [Fact]
    public async Task Known_note_is_replaced_without_an_intent()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Body);
        var lead = await LeadAsync(held);
        var id = await pipeline.Crm.CreateNoteAsync(lead.CrmId, Note, CancellationToken.None);

        await NoteEffect.WriteAsync(held.Run, With(lead, id), Subject, Note with { Title = "Newer" });
        await held.Run.FlushAsync();

        Assert.Equal(["note", "update-note"], pipeline.Crm.Calls);
        Assert.Equal("Newer", Assert.Single(pipeline.Crm.Notes).Title);
        Assert.Equal(id, (await held.StoredAsync()).Ledger[Effects.Note].Reference);
    }

    [Fact]
    public async Task Known_note_that_a_person_has_deleted_is_made_anew()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Body);

        await NoteEffect.WriteAsync(held.Run, With(await LeadAsync(held), "9999"), Subject, Note);

        Assert.Equal(["update-note", "note"], pipeline.Crm.Calls);
        Assert.NotEqual("9999", (await held.RecordAsync()).References[Subject]);
    }

    [Fact]
    public async Task Task_whose_answer_was_lost_is_found_and_left_as_it_is()
    {
        await using (var first = await HeldEvent.TakeAsync(pipeline, Body))
        {
            pipeline.Crm.After = _ => throw new ProviderException("zoho", "timeout", "m") { IsTransient = true, OutcomeUnknown = true };
            var lead = await LeadAsync(first);
            await Assert.ThrowsAsync<ProviderException>(() => OnceEffects.TaskAsync(first.Run, lead, "task:A", Todo));
            pipeline.Crm.After = _ => { };
            await first.ReleaseAsync();
        }

        await using var again = await HeldEvent.TakeAsync(pipeline);
        await OnceEffects.TaskAsync(again.Run, await LeadAsync(again), "task:A", Todo with { Subject = "Other" });

        Assert.Equal(["task", "find-task"], pipeline.Crm.Calls);
        Assert.Equal("Prepare", Assert.Single(pipeline.Crm.Tasks).Subject);
    }

    [Fact]
    public async Task Nothing_is_called_when_the_lease_is_somebody_elses()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Body);
        var lead = await LeadAsync(held);
        await held.ReleaseAsync();
        await using var other = await HeldEvent.TakeAsync(pipeline);

        await Assert.ThrowsAsync<LeaseLostException>(() => NoteEffect.WriteAsync(held.Run, lead, Subject, Note));

        Assert.Empty(pipeline.Crm.Calls);
    }

    private static LeadRecord With(LeadRecord lead, string noteId) =>
        lead with { References = new Dictionary<string, string> { [Subject] = noteId } };

    private static async Task<LeadRecord> LeadAsync(HeldEvent held) => await held.RecordAsync() with { Email = Ada, CrmId = "500" };

    private async Task LoseAnswerAsync(string call, bool made)
    {
        await using var first = await HeldEvent.TakeAsync(pipeline, Body);
        void Lose(string name)
        {
            if (name == call)
            {
                throw new ProviderException("zoho", "timeout", "m") { IsTransient = true, OutcomeUnknown = true };
            }
        }

        pipeline.Crm.Before = made ? _ => { } : Lose;
        pipeline.Crm.After = made ? Lose : _ => { };
        pipeline.Crm.Calls.Clear();
        var lead = await LeadAsync(first);
        await Assert.ThrowsAsync<ProviderException>(() => NoteEffect.WriteAsync(first.Run, lead, Subject, Note));
        (pipeline.Crm.Before, pipeline.Crm.After) = (_ => { }, _ => { });
        await first.ReleaseAsync();
    }
}
