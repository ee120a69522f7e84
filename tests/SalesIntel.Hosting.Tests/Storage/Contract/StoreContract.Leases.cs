using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

public abstract partial class StoreContract
{
    public static TheoryData<string> Steps => ["continue", "move", "retry", "finish", "dead", "release"];

    [Fact]
    public async Task Lease_that_runs_out_is_taken_again_with_a_new_token()
    {
        var id = await AcceptAsync(Booking("a"));
        var crashed = await ClaimAsync();
        Time.Advance(Lease - TimeSpan.FromMilliseconds(1));
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        Time.Advance(TimeSpan.FromMilliseconds(1));

        var again = await CreateClientOfSameData().Queue.ClaimOneAsync(Lease, None);
        Assert.Equal(id, again!.Event.EventId);
        Assert.NotEqual(crashed.Token, again.Token);
        Assert.Equal(0, again.Event.Attempts);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Commit_with_a_lost_lease_changes_nothing(string step)
    {
        var id = await AcceptAsync(Booking("a"));
        var lost = await ClaimAsync();
        Time.Advance(Lease);
        var holder = await ClaimAsync();
        var before = await GetAsync(id);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(await Queue.CommitAsync(lost, Full(Step(step)), None));
        Assert.Null(await Queue.RenewAsync(lost, Lease, None));

        var after = await GetAsync(id);
        Assert.Equal((before.Status, before.Stage, before.Attempts), (after.Status, after.Stage, after.Attempts));
        Assert.Equal((before.Lane, before.UpdatedAt, before.LastError), (after.Lane, after.UpdatedAt, after.LastError));
        Assert.Empty(after.Ledger);
        Assert.Equal("", (await Events.GetLeadAsync(Ada, None)).Email);
        Assert.Null(await Events.GetMeetingLeadAsync("m-1", None));
        var health = await Events.GetStatusAsync(None);
        Assert.Equal((1, 0), (health.LanesWaiting, health.DeadLetters));
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        Assert.True(await CommitAsync(holder, Done));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Commit_twice_is_refused_unless_the_lease_was_kept(string step)
    {
        await AcceptAsync(Booking("a"));
        var held = await ClaimAsync();
        Assert.True(await Queue.CommitAsync(held, Full(Step(step)), None));
        Assert.Equal(step == "continue", await CommitAsync(held, Done));
    }

    [Fact]
    public async Task Renew_prolongs_the_lease_from_now_on()
    {
        await AcceptAsync(Booking("a"));
        var held = await ClaimAsync();
        Time.Advance(TimeSpan.FromSeconds(20));
        var renewed = await Queue.RenewAsync(held, Lease, None);
        Assert.Equal(Time.GetUtcNow() + Lease, renewed!.Until);
        Assert.Equal(held.Token, renewed.Token);
        Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(await Queue.ClaimOneAsync(Lease, None));
        Assert.True(await CommitAsync(renewed, Done));
        Assert.Null(await Queue.RenewAsync(renewed, Lease, None));
    }

    [Fact]
    public async Task Release_makes_it_due_again_at_once_and_charges_nothing()
    {
        var id = await AcceptAsync(Booking("a"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.Release()));
        Assert.Equal(EventStatus.Queued, (await GetAsync(id)).Status);
        var again = await ClaimAsync();
        Assert.Equal((id, 0), (again.Event.EventId, again.Event.Attempts));
    }

    [Fact]
    public async Task Commit_records_ledger_lead_and_error_together()
    {
        var id = await AcceptAsync(Booking("a"));
        var held = await ClaimAsync();
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.True(await Queue.CommitAsync(held, Full(new NextStep.Continue()), None));

        var stored = await GetAsync(id);
        Assert.Equal(new LedgerEntry(LedgerState.Done, Stamp, "crm-1", "{\"a\":1}"), stored.Ledger["crm:lead"]);
        Assert.Equal(("broke", "zoho/X", EventStatus.Processing), (stored.LastError, stored.ErrorClass, stored.Status));
        Assert.Equal(Time.GetUtcNow(), stored.UpdatedAt);
        var lead = await Events.GetLeadAsync(Ada, None);
        Assert.Equal(("ada@lovelace.example", "crm-1"), (lead.Email, lead.CrmId));
        Assert.Equal(Update(id).Facts, lead.Facts);
        Assert.Equal("{\"Last_Name\":\"Lovelace\"}", lead.Written.ToJsonString());
        Assert.Equal("{\"Last_Name\":[\"LOVELACE\"]}", lead.OtherForms.ToJsonString());
        Assert.Equal("note-9", lead.References["note:booking:inv-1"]);
        Assert.Equal("ada@lovelace.example", await Events.GetMeetingLeadAsync("m-1", None));
        Assert.Equal((Bob, "", 0), (await Events.GetLeadAsync(Bob, None) is var none ? none.Key : default, none.Email, none.Facts.Count));

        // Null leaves as it is, empty clears.
        Assert.True(await Queue.CommitAsync(held, new EventCommit { Next = new NextStep.Continue() }, None));
        Assert.Equal("zoho/X", (await GetAsync(id)).ErrorClass);
        Assert.True(await Queue.CommitAsync(held, new EventCommit { Next = Done, Error = "" }, None));
        stored = await GetAsync(id);
        Assert.Equal(("", "", EventStatus.Processed), (stored.LastError, stored.ErrorClass, stored.Status));
        Assert.Single(stored.Ledger);
    }

    [Fact]
    public async Task Commit_of_a_lead_adds_facts_and_changes_only_what_is_set()
    {
        await AcceptAsync(Booking("a"));
        var held = await ClaimAsync();
        await Queue.CommitAsync(held, new EventCommit { Next = new NextStep.Continue(), Lead = Update("e2") }, None);
        var second = Update("e1") with { CrmId = null, Written = null, OtherForms = null, References = new Dictionary<string, string> { ["task:m"] = "t-1" } };
        await Queue.CommitAsync(held, new EventCommit { Next = new NextStep.Continue(), Lead = second }, None);
        await Queue.CommitAsync(held, new EventCommit { Next = new NextStep.Continue(), Lead = second }, None);

        var lead = await Events.GetLeadAsync(Ada, None);
        Assert.Equal(["e1:canceled", "e2:canceled"], lead.Facts.Select(fact => fact.Id));
        Assert.Equal(("crm-1", 1, 1, 2), (lead.CrmId, lead.Written.Count, lead.OtherForms.Count, lead.References.Count));

        await Queue.CommitAsync(held, new EventCommit { Next = new NextStep.Continue(), Lead = second with { CrmId = "", Written = [], OtherForms = [] } }, None);
        lead = await Events.GetLeadAsync(Ada, None);
        Assert.Equal(("", 0, 0), (lead.CrmId, lead.Written.Count, lead.OtherForms.Count));
    }

    [Theory]
    [InlineData(EventStatus.Processed, false)]
    [InlineData(EventStatus.Processed, true)]
    [InlineData(EventStatus.Ignored, false)]
    public async Task Finish_leaves_the_lane(EventStatus status, bool dryRun)
    {
        var id = await AcceptAsync(Booking("a"));
        Assert.True(await CommitAsync(await ClaimAsync(), new NextStep.Finish(status, dryRun)));
        var stored = await GetAsync(id);
        Assert.Equal((status, dryRun), (stored.Status, stored.DryRun));
        Assert.Equal(0, (await Events.GetStatusAsync(None)).LanesWaiting);
    }

    [Fact]
    public async Task Finish_with_a_status_that_is_no_end_is_refused()
    {
        await AcceptAsync(Booking("a"));
        var held = await ClaimAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => CommitAsync(held, new NextStep.Finish(EventStatus.Queued, false)));
        await Assert.ThrowsAsync<ArgumentException>(
            () => Queue.CommitAsync(held, new EventCommit { Next = Done, AssignMeeting = "m" }, None));
    }

    [Fact]
    public async Task DeadLetter_leaves_the_lane_and_is_counted()
    {
        var id = await AcceptAsync(Booking("a"));
        var next = await AcceptAsync(Booking("b"));
        Assert.True(await Queue.CommitAsync(await ClaimAsync(), Full(new NextStep.DeadLetter()), None));
        var stored = await GetAsync(id);
        Assert.Equal((EventStatus.Failed, "broke", "zoho/X"), (stored.Status, stored.LastError, stored.ErrorClass));
        Assert.Equal(1, (await Events.GetStatusAsync(None)).DeadLetters);
        Assert.Equal(next, (await ClaimAsync()).Event.EventId);
    }

    private static DateTimeOffset Stamp => new(2026, 3, 2, 9, 0, 1, TimeSpan.Zero);

    private NextStep Step(string name) => name switch
    {
        "continue" => new NextStep.Continue(),
        "move" => new NextStep.MoveTo(Lane.Lead(Bob), Stage.Deliver, Bob),
        "retry" => new NextStep.RetryAt(Time.GetUtcNow(), ChargeAttempt: true),
        "finish" => Done,
        "dead" => new NextStep.DeadLetter(),
        _ => new NextStep.Release(),
    };

    private static EventCommit Full(NextStep next) => new()
    {
        Next = next,
        Ledger = new Dictionary<string, LedgerEntry> { ["crm:lead"] = new(LedgerState.Done, Stamp, "crm-1", "{\"a\":1}") },
        Lead = Update(Booking("a").EventId),
        AssignMeeting = "m-1",
        Error = "broke",
        ErrorClass = "zoho/X",
    };
}
