using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Leads;
using SalesIntel.Operations;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Operations;

public sealed class ReplayTests
{
    private const string Ada = OperatedPipeline.Ada;
    private const string Bo = "bo@reed.example";

    [Fact]
    public async Task Replay_of_a_failed_event_makes_the_lead_right()
    {
        var pipeline = new Pipeline();
        pipeline.Refuse("write");
        var id = await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48));
        pipeline.Heal();

        var outcome = await pipeline.Operations().ReplayAsync(id, CancellationToken.None);
        Assert.Equal(new ReplayOutcome(id, ReplayResult.Requeued), outcome);
        await pipeline.DrainAsync();
        Assert.Equal("DemoBooked", (string?)Assert.Single(pipeline.Crm.Leads).Value["lead_status"]);
        Assert.Equal(EventStatus.Processed, (await pipeline.EventAsync(id)).Status);
    }

    [Fact]
    public async Task Replay_of_a_processed_event_changes_nothing()
    {
        var pipeline = new Pipeline();
        var id = await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48));
        var (crm, paid) = (pipeline.Crm.Snapshot(), pipeline.Extractor.Paid);
        Assert.Equal(ReplayResult.Requeued, (await pipeline.Operations().ReplayAsync(id, CancellationToken.None)).Result);
        await pipeline.DrainAsync();
        Assert.Equal((crm, paid), (pipeline.Crm.Snapshot(), pipeline.Extractor.Paid));
    }

    [Fact]
    public async Task Replay_goes_after_what_somebody_waits_for()
    {
        var pipeline = new Pipeline();
        pipeline.Refuse("write");
        var id = await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48));
        pipeline.Heal();
        Assert.Equal(0, pipeline.Crm.Backgrounds);

        await pipeline.Operations().ReplayAsync(id, CancellationToken.None);
        await pipeline.DrainAsync();

        var replayed = pipeline.Crm.Backgrounds;
        Assert.True(replayed > 0);
        await pipeline.PostAndDrainAsync(Bodies.Canceled("A", Ada, 0, 48, 60));
        Assert.Equal(replayed, pipeline.Crm.Backgrounds);
    }

    [Fact]
    public async Task Event_in_its_lane_or_running_is_not_touched()
    {
        var pipeline = new Pipeline();
        var id = (await pipeline.PostAsync(Bodies.Created("A", Ada, 0, 48))).EventId;
        Assert.Equal(ReplayResult.StillRunning, (await pipeline.Operations().ReplayAsync(id, CancellationToken.None)).Result);
        var lease = await pipeline.Store.ClaimOneAsync(pipeline.Options.Lease, CancellationToken.None);
        Assert.Equal(ReplayResult.StillRunning, (await pipeline.Operations().ReplayAsync(id, CancellationToken.None)).Result);
        Assert.Equal(EventStatus.Processing, (await pipeline.EventAsync(id)).Status);
        await pipeline.Processor.ProcessAsync(lease!, CancellationToken.None);
    }

    [Fact]
    public async Task Unknown_event_is_not_found()
    {
        var outcome = await new Pipeline().Operations().ReplayAsync(new string('a', 32), CancellationToken.None);
        Assert.Equal(ReplayResult.NotFound, outcome.Result);
    }

    [Fact]
    public async Task Event_that_still_can_not_be_read_is_left_where_it_is()
    {
        var pipeline = new Pipeline();
        var id = (await pipeline.PostAsync("""{"event":"invitee.created","payload":{"uri":7}}""")).EventId;
        var outcome = await pipeline.Operations().ReplayAsync(id, CancellationToken.None);
        Assert.Equal((ReplayResult.Unreadable, "event/unreadable"), (outcome.Result, outcome.ErrorClass));
        Assert.Equal(EventStatus.Failed, (await pipeline.EventAsync(id)).Status);
        Assert.Equal(1, (await pipeline.Store.GetStatusAsync(CancellationToken.None)).DeadLetters);
    }

    [Fact]
    public async Task Booking_that_was_not_understood_when_it_came_finds_its_lead_by_itself()
    {
        var pipeline = new Pipeline();
        var accepted = OperatedPipeline.NotUnderstood("x", Bodies.Created("A", Ada, 0, 48));
        await pipeline.Store.AcceptAsync(accepted, CancellationToken.None);
        var preview = await pipeline.Operations().PreviewAsync(accepted.EventId, CancellationToken.None);
        Assert.Equal((Stage.Facts, true), (preview.StartsAt, preview.CreatesLead));

        await pipeline.Operations().ReplayAsync(accepted.EventId, CancellationToken.None);
        await pipeline.DrainAsync();
        Assert.Single(pipeline.Crm.Leads);
        Assert.Equal(EventStatus.Processed, (await pipeline.EventAsync(accepted.EventId)).Status);
    }

    [Fact]
    public async Task Replay_by_filter_takes_what_matches_oldest_first()
    {
        var (pipeline, ids) = await FailedAsync(4);
        pipeline.Heal();
        await pipeline.PostAndDrainAsync(Bodies.Created("other", Bo, 0, 48));
        Assert.Equal(ids, await ReplayAsync(pipeline, new EventFilter { Status = EventStatus.Failed }));
        await pipeline.DrainAsync();
        Assert.Empty(await ReplayAsync(pipeline, new EventFilter { Status = EventStatus.Failed }));
    }

    [Fact]
    public async Task Every_condition_narrows_and_the_limit_takes_the_newest()
    {
        var (pipeline, ids) = await FailedAsync(3);
        pipeline.Heal();
        var meeting = await pipeline.PostAndDrainAsync(Bodies.Meeting("M", Bo, 60));
        var second = (await pipeline.EventAsync(ids[1])).CreatedAt;
        var third = (await pipeline.EventAsync(ids[2])).CreatedAt;
        Assert.Equal([meeting], await ListAsync(pipeline, new EventFilter { Source = "readai" }));
        Assert.Equal([ids[2], ids[1], ids[0]], await ListAsync(pipeline, new EventFilter { EventType = "invitee.created" }));
        Assert.Equal([ids[2], ids[1], ids[0]], await ListAsync(pipeline, new EventFilter { ErrorClass = "test/NOT" }));
        Assert.Empty(await ListAsync(pipeline, new EventFilter { ErrorClass = "other" }));
        Assert.Equal([meeting], await ListAsync(pipeline, new EventFilter { Lead = LeadKey.FromEmail(Bo) }));
        Assert.Equal([ids[1]], await ListAsync(pipeline, new EventFilter { Since = second, Until = third }));
        Assert.Equal([ids[2]], await ReplayAsync(pipeline, new EventFilter { Status = EventStatus.Failed, Limit = 1 }));
    }

    [Fact]
    public async Task Filter_without_a_condition_is_refused()
    {
        var operations = new Pipeline().Operations();
        var filter = new EventFilter { Limit = 5 };
        Assert.Throws<ArgumentException>(() => operations.ReplayAsync(filter, 5, CancellationToken.None));
        Assert.Throws<ArgumentException>(() => operations.PreviewAsync(filter, 5, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => operations.ReplayAsync(filter with { Source = "readai" }, 0, CancellationToken.None));
        await Task.CompletedTask;
    }

    [Theory]
    [InlineData(2.0, 500)]
    [InlineData(0.5, 2_000)]
    [InlineData(3.0, 334)]
    public async Task No_more_than_the_rate_is_requeued_in_a_second(double perSecond, int milliseconds)
    {
        var (pipeline, _) = await FailedAsync(3);
        await using var replay = pipeline.Operations()
            .ReplayAsync(new EventFilter { Status = EventStatus.Failed }, perSecond, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await replay.MoveNextAsync());
        for (var more = 0; more < 2; more++)
        {
            var next = replay.MoveNextAsync().AsTask();
            pipeline.Time.Advance(TimeSpan.FromMilliseconds(milliseconds - 1));
            Assert.Equal(2 - more, await FailedCountAsync(pipeline));
            Assert.False(next.IsCompleted);
            pipeline.Time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.True(await next);
        }

        Assert.False(await replay.MoveNextAsync());
        Assert.Equal(0, await FailedCountAsync(pipeline));
    }

    [Fact]
    public async Task Time_that_the_caller_takes_is_not_waited_again()
    {
        var (pipeline, _) = await FailedAsync(2);
        await using var replay = pipeline.Operations()
            .ReplayAsync(new EventFilter { Status = EventStatus.Failed }, 1, CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await replay.MoveNextAsync());
        pipeline.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(replay.MoveNextAsync().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_and_leaves_the_rest_failed()
    {
        var (pipeline, _) = await FailedAsync(2);
        using var stop = new CancellationTokenSource();
        await using var replay = pipeline.Operations()
            .ReplayAsync(new EventFilter { Status = EventStatus.Failed }, 1, stop.Token).GetAsyncEnumerator();
        Assert.True(await replay.MoveNextAsync());
        var next = replay.MoveNextAsync().AsTask();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal(1, await FailedCountAsync(pipeline));
    }

    private static async Task<(Pipeline Pipeline, IReadOnlyList<string> Ids)> FailedAsync(int count)
    {
        var pipeline = new Pipeline();
        pipeline.Refuse("write");
        List<string> ids = [];
        for (var index = 0; index < count; index++)
        {
            ids.Add(await pipeline.PostAndDrainAsync(Bodies.Created($"I{index}", $"lead{index}@company.example", 0, 48)));
            pipeline.Time.Advance(TimeSpan.FromMinutes(1));
        }

        return (pipeline, ids);
    }

    private static async Task<int> FailedCountAsync(Pipeline pipeline) =>
        (int)(await pipeline.Store.GetStatusAsync(CancellationToken.None)).DeadLetters;

    private static async Task<IReadOnlyList<string>> ReplayAsync(Pipeline pipeline, EventFilter filter)
    {
        var outcomes = await pipeline.Operations().ReplayAsync(filter, 5, CancellationToken.None).ThrottledAllAsync(pipeline);
        Assert.All(outcomes, outcome => Assert.Equal(ReplayResult.Requeued, outcome.Result));
        return [.. outcomes.Select(outcome => outcome.EventId)];
    }

    private static async Task<IReadOnlyList<string>> ListAsync(Pipeline pipeline, EventFilter filter)
    {
        List<string> ids = [];
        await foreach (var stored in pipeline.Operations().ListAsync(filter, CancellationToken.None))
        {
            ids.Add(stored.EventId);
        }

        return ids;
    }
}
