using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Operations;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Operations;

/// <summary>What a preview says where it can't know, or there is nothing to show.</summary>
public sealed class PreviewLimitsTests
{
    private const string Ada = OperatedPipeline.Ada;

    [Fact]
    public async Task Crm_that_does_not_answer_is_named_and_the_preview_rests_on_what_was_written()
    {
        var pipeline = new Pipeline();
        await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48));
        pipeline.Refuse("write");
        var id = await pipeline.PostAndDrainAsync(Bodies.Canceled("A", Ada, 0, 48, canceledMinute: 60));
        pipeline.Crm.Before = _ => throw OperatedPipeline.Away();

        var preview = await pipeline.Operations().PreviewAsync(id, CancellationToken.None);
        Assert.Equal("test/unreachable: no answer", preview.CrmNotAsked);
        var change = Assert.Single(preview.Fields);
        Assert.Equal(("lead_status", "DemoBooked", "DemoCanceled", false),
            (change.Field, (string?)change.Before, (string?)change.After, change.BeforeFromCrm));
        Assert.False(preview.CreatesLead);
    }

    [Fact]
    public async Task Crm_known_to_be_away_is_not_asked()
    {
        var pipeline = new Pipeline();
        pipeline.Refuse("write");
        var id = await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48));
        await pipeline.Store.OpenAsync("crm", pipeline.Time.GetUtcNow().AddMinutes(1), "overloaded", CancellationToken.None);
        var calls = pipeline.Crm.Calls.Count;

        var preview = await pipeline.Operations().PreviewAsync(id, CancellationToken.None);
        Assert.Equal("it is not taking calls: overloaded", preview.CrmNotAsked);
        Assert.Null(preview.CreatesLead);
        Assert.NotEmpty(preview.Fields);
        Assert.Equal(calls, pipeline.Crm.Calls.Count);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "event/no-crm: No CRM is configured. Add one: by the method of a CRM package, or your own ICrm as a service.")]
    public async Task Preview_in_dry_run_shows_what_would_be_written_for_real(bool hasCrm, string notAsked)
    {
        var pipeline = new Pipeline(options => options.DryRun = true, hasCrm);
        var id = await pipeline.PostAndDrainAsync(Bodies.Created("A", Ada, 0, 48));
        var preview = await pipeline.Operations().PreviewAsync(id, CancellationToken.None);
        Assert.True(preview.DryRun);
        Assert.Equal(notAsked, preview.CrmNotAsked);
        Assert.Equal(hasCrm ? true : null, preview.CreatesLead);
        Assert.Contains(preview.Fields, field => field.Field == "lead_status");

        // What the model has read in the dry run is paid for and kept.
        Assert.Equal(["note create", "task create"], preview.Effects.Select(effect => $"{effect.Effect} {effect.Action}"));
        Assert.Contains(preview.Fields, field => field.Field == "lead_intel");
        Assert.DoesNotContain("write", pipeline.Crm.Calls);
    }

    [Fact]
    public async Task Meeting_without_an_address_previews_the_failure_that_it_would_meet_again()
    {
        var pipeline = new Pipeline();
        var id = await pipeline.PostAndDrainAsync(Bodies.Meeting("M", "", 60));
        var preview = await pipeline.Operations().PreviewAsync(id, CancellationToken.None);
        Assert.Equal((ReplayResult.Requeued, Stage.Route, EventStatus.Failed, "event/no-email"),
            (preview.Result, preview.StartsAt, preview.EndsAs, preview.ErrorClass));
    }

    [Fact]
    public async Task Preview_of_what_is_waiting_unknown_or_unreadable_says_so()
    {
        var pipeline = new Pipeline();
        var unreadable = (await pipeline.PostAsync("""{"event":"invitee.created","payload":{"uri":7}}""")).EventId;
        var waiting = (await pipeline.PostAsync(Bodies.Created("A", Ada, 0, 48))).EventId;
        var operations = pipeline.Operations();
        Assert.Equal(ReplayResult.StillRunning, (await operations.PreviewAsync(waiting, CancellationToken.None)).Result);
        Assert.Equal(ReplayResult.NotFound, (await operations.PreviewAsync(new string('0', 32), CancellationToken.None)).Result);
        var preview = await operations.PreviewAsync(unreadable, CancellationToken.None);
        Assert.Equal((ReplayResult.Unreadable, "event/unreadable"), (preview.Result, preview.ErrorClass));
        Assert.NotEqual("", preview.Error);
    }
}
