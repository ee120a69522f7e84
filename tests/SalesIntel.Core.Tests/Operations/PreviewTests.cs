using System.Text.Json.Nodes;
using CsCheck;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Operations;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Operations;

/// <summary>A preview says what the replay then does, and does nothing itself.</summary>
public sealed class PreviewTests
{
    private const string Ada = OperatedPipeline.Ada;
    private static readonly string[] Writes = ["write", "note", "update-note", "task"];

    [Fact]
    public async Task Booking_refused_before_its_lead_was_made_previews_the_new_lead()
    {
        var pipeline = new Pipeline();
        pipeline.Refuse("write");
        var id = await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48));
        Assert.Equal(EventStatus.Failed, (await pipeline.EventAsync(id)).Status);
        pipeline.Heal();

        var preview = await pipeline.Operations().PreviewAsync(id, CancellationToken.None);
        Assert.Equal((ReplayResult.Requeued, Stage.Facts, true, EventStatus.Processed),
            (preview.Result, preview.StartsAt, preview.CreatesLead, preview.EndsAs));
        Assert.Contains(preview.Fields, field => field is { Field: "lead_status", Before: null, BeforeFromCrm: true } && (string?)field.After == "DemoBooked");
        Assert.Equal(["extraction read", "note create", "task create"], preview.Effects.Select(effect => $"{effect.Effect} {effect.Action}"));
        Assert.True(preview.NeedsExtraction);
        Assert.Equal("", preview.CrmNotAsked);
    }

    [Fact]
    public async Task Preview_writes_nothing_and_asks_no_model()
    {
        var pipeline = new Pipeline();
        await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48));
        pipeline.Refuse("write", "note");
        var failed = await pipeline.PostAndDrainAsync(Bodies.Created("B", Ada, 60, 72, old: "A"));
        pipeline.Heal();
        var (crm, store, paid, calls) = (pipeline.Crm.Snapshot(), await StoreAsync(pipeline, failed), pipeline.Extractor.Paid, pipeline.Crm.Calls.Count);

        await pipeline.Operations().PreviewAsync(failed, CancellationToken.None);
        await pipeline.Operations().PreviewAsync(new EventFilter { Source = "calendly" }, 1, CancellationToken.None).ThrottledAllAsync(pipeline);

        Assert.Equal(crm, pipeline.Crm.Snapshot());
        Assert.Equal(store, await StoreAsync(pipeline, failed));
        Assert.Equal(paid, pipeline.Extractor.Paid);
        Assert.DoesNotContain(pipeline.Crm.Calls.Skip(calls), Writes.Contains);
        Assert.False(await pipeline.StepAsync());
    }

    [Fact]
    public async Task Whatever_failed_the_preview_is_what_the_replay_then_does() =>
        await (from seed in Gen.UInt
               from refused in Gen.Int[1, 15]
               from deletes in Gen.Bool
               select (seed, refused, deletes)).SampleAsync(
            async input =>
            {
                var pipeline = new Pipeline();
                var bodies = Stories.Random(input.seed);
                for (var index = 0; index < bodies.Count - 1; index++)
                {
                    await pipeline.PostAndDrainAsync(bodies[index]);
                }

                pipeline.Refuse([.. Writes.Where((_, bit) => (input.refused & (1 << bit)) != 0)]);
                var id = await pipeline.PostAndDrainAsync(bodies[^1]);
                pipeline.Heal();
                if (input.deletes && pipeline.Crm.Leads.Keys.FirstOrDefault() is { } gone)
                {
                    pipeline.Crm.Remove(gone);
                }

                await AssertReplayIsAsPreviewedAsync(pipeline, id);
            },
            iter: 400);

    [Theory]
    [InlineData(false, "replace")]
    [InlineData(true, "create")]
    public async Task Note_of_a_meeting_pushed_again_is_replaced_or_made_anew_if_a_person_deleted_it(bool deleted, string action)
    {
        var pipeline = new Pipeline();
        await pipeline.PostAndDrainAsync(Bodies.Meeting("M", Ada, 60));
        pipeline.Refuse("update-note");
        var again = await pipeline.PostAndDrainAsync(Bodies.Meeting("M", Ada, 60, summary: "They count hours."));
        pipeline.Heal();
        if (deleted)
        {
            pipeline.Crm.RemoveNotes();
        }

        var preview = await pipeline.Operations().PreviewAsync(again, CancellationToken.None);
        Assert.Equal(["note " + action], preview.Effects.Select(effect => $"{effect.Effect} {effect.Action}"));
        await AssertReplayIsAsPreviewedAsync(pipeline, again);
    }

    [Fact]
    public async Task Preview_of_several_events_adds_up_to_what_their_replay_does()
    {
        var pipeline = new Pipeline();
        pipeline.Refuse("write");
        await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48));
        await pipeline.PostAndDrainAsync(Bodies.Canceled("A", Ada, 0, 48, canceledMinute: 60));
        await pipeline.PostAndDrainAsync(Bodies.Created("X", "bo@reed.example", 0, 50));
        pipeline.Heal();

        var filter = new EventFilter { Status = EventStatus.Failed };
        var previews = await pipeline.Operations().PreviewAsync(filter, 5, CancellationToken.None).ThrottledAllAsync(pipeline);
        Assert.Equal([true, false, true], previews.Select(preview => preview.CreatesLead));

        // The facts of both are known already, so the first shows them and leaves nothing to the second.
        Assert.NotEmpty(previews[0].Fields);
        Assert.Empty(previews[1].Fields);
    }

    [Fact]
    public async Task Event_sees_in_the_preview_what_one_before_it_would_have_written()
    {
        var pipeline = new Pipeline();
        var lead = pipeline.Crm.Add(Ada);
        var first = OperatedPipeline.NotUnderstood("1", Bodies.Created("A", Ada, 0, 48));
        var second = OperatedPipeline.NotUnderstood(
            "2", Bodies.Created("B", Ada, 60, 72).Replace("Ada Quill", "Adele Quill", StringComparison.Ordinal));
        await pipeline.Store.AcceptAsync(first, CancellationToken.None);
        await pipeline.Store.AcceptAsync(second, CancellationToken.None);

        var filter = new EventFilter { Status = EventStatus.Failed };
        var previews = await pipeline.Operations().PreviewAsync(filter, 5, CancellationToken.None).ThrottledAllAsync(pipeline);
        Assert.Equal([first.EventId, second.EventId], previews.Select(preview => preview.EventId));
        Assert.All(previews, preview => Assert.Equal((false, lead), (preview.CreatesLead, preview.LeadId)));
        Assert.Equal((null, "Ada"), Name(previews[0]));
        Assert.Equal(("Ada", "Adele"), Name(previews[1]));
        Assert.Null(pipeline.Crm.Leads[lead]["first_name"]);

        static (string? Before, string? After) Name(ReplayPreview preview)
        {
            var change = preview.Fields.Single(field => field.Field == "first_name");
            return ((string?)change.Before, (string?)change.After);
        }
    }

    [Fact]
    public async Task What_an_extraction_still_to_be_made_would_say_is_left_out_and_takes_nothing_away()
    {
        var pipeline = new Pipeline();
        var body = Bodies.Created("A", Ada, 0, 48);
        await pipeline.PostAndDrainAsync(body);
        pipeline.Refuse("write");
        var later = await pipeline.PostAndDrainAsync(body
            .Replace("\"updated_at\":\"2026-11-01T08:00:00", "\"updated_at\":\"2026-11-01T09:00:00", StringComparison.Ordinal)
            .Replace("Company of A", "Reed Ltd", StringComparison.Ordinal));
        pipeline.Heal();

        // The company comes from the intel of the earlier state until the later state is read.
        var preview = await pipeline.Operations().PreviewAsync(later, CancellationToken.None);
        Assert.True(preview.NeedsExtraction);
        Assert.DoesNotContain(preview.Fields, field => field.Field == "company_name");
        Assert.Contains(preview.Fields, field => field.Field == "calendly_qa");
        await AssertReplayIsAsPreviewedAsync(pipeline, later);
        Assert.Equal("Reed Ltd", (string?)pipeline.Crm.Leads.Single().Value["company_name"]);
    }

    [Fact]
    public async Task Value_that_a_person_entered_is_not_in_the_preview()
    {
        var pipeline = new Pipeline();
        pipeline.Refuse("write");
        var id = await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48));
        pipeline.Heal();
        var lead = pipeline.Crm.Add(Ada, ("last_name", "Quill-Marsh"));
        var preview = await pipeline.Operations().PreviewAsync(id, CancellationToken.None);
        Assert.Equal((false, lead), (preview.CreatesLead, (await ReplayAsync(pipeline, id)).CrmId));
        Assert.DoesNotContain(preview.Fields, field => field.Field == "last_name");
    }

    private static async Task AssertReplayIsAsPreviewedAsync(Pipeline pipeline, string id)
    {
        var preview = await pipeline.Operations().PreviewAsync(id, CancellationToken.None);
        var (notes, tasks, leads, paid) = (pipeline.Crm.Notes.Count(), pipeline.Crm.Tasks.Count(), pipeline.Crm.Leads.Count, pipeline.Extractor.Paid);
        var key = preview.Lead!.Value;
        var before = await pipeline.Store.GetLeadAsync(key, CancellationToken.None);
        var fieldsBefore = Lead(pipeline, before.CrmId);
        var calls = pipeline.Crm.Calls.Count;

        var record = await ReplayAsync(pipeline, id);

        Assert.Equal(preview.EndsAs, (await pipeline.EventAsync(id)).Status);
        Assert.Equal(preview.CreatesLead, pipeline.Crm.Leads.Count > leads);
        Assert.Equal(preview.NeedsExtraction, pipeline.Extractor.Paid > paid);
        Assert.Equal(Count(preview, "note", "create"), pipeline.Crm.Notes.Count() - notes);
        Assert.Equal(Count(preview, "note", "replace"), pipeline.Crm.Calls.Skip(calls).Count(call => call == "update-note") - Vanished(pipeline, calls, notes));
        Assert.Equal(Count(preview, "task", "create"), pipeline.Crm.Tasks.Count() - tasks);
        var now = Lead(pipeline, record.CrmId);
        foreach (var change in preview.Fields)
        {
            Assert.True(JsonNode.DeepEquals(change.Before, preview.CreatesLead is true ? null : fieldsBefore[change.Field]), change.Field);
            Assert.True(preview.NeedsExtraction || JsonNode.DeepEquals(change.After, now[change.Field]), change.Field);
        }

        // What the extraction gives can't be known before; everything else that changed was told.
        var changed = now.Where(field => preview.CreatesLead is true || !JsonNode.DeepEquals(field.Value, fieldsBefore[field.Key])).Select(field => field.Key);
        Assert.True(preview.NeedsExtraction || changed.All(field => preview.Fields.Any(change => change.Field == field)));
    }

    // An update that found the note gone is followed by a new one.
    private static int Vanished(Pipeline pipeline, int calls, int notes) =>
        pipeline.Crm.Calls.Skip(calls).Contains("update-note") && pipeline.Crm.Notes.Count() > notes ? 1 : 0;

    private static int Count(ReplayPreview preview, string effect, string action) =>
        preview.Effects.Count(one => one.Effect == effect && one.Action == action);

    private static JsonObject Lead(Pipeline pipeline, string id) =>
        pipeline.Crm.Leads.TryGetValue(id, out var lead) ? (JsonObject)lead.DeepClone() : [];

    private static async Task<LeadRecord> ReplayAsync(Pipeline pipeline, string id)
    {
        Assert.Equal(ReplayResult.Requeued, (await pipeline.Operations().ReplayAsync(id, CancellationToken.None)).Result);
        await pipeline.DrainAsync();
        return await pipeline.Store.GetLeadAsync((await pipeline.EventAsync(id)).Lead!.Value, CancellationToken.None);
    }

    private static async Task<string> StoreAsync(Pipeline pipeline, string eventId)
    {
        var stored = await pipeline.EventAsync(eventId);
        var lead = await pipeline.Store.GetLeadAsync(LeadKey.FromEmail(Ada), CancellationToken.None);
        var status = await pipeline.Store.GetStatusAsync(CancellationToken.None);
        return string.Join('\n',
            [
                $"{stored with { Ledger = new Dictionary<string, LedgerEntry>(), Payload = default }}",
                .. stored.Ledger.Select(entry => $"{entry}"),
                $"{lead.CrmId} {lead.Written.ToJsonString()}",
                .. lead.Facts.Select(StoreJson.WriteFact),
                .. lead.References.Select(entry => $"{entry}"),
                $"{status}",
            ]);
    }
}
