using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Engine;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>What a run records with its next commit is not written by itself, and is lost by no commit.</summary>
public sealed class EventRunTests
{
    private static readonly string Body = Bodies.Created("A", "ada@quill.example", 0, 48);

    private readonly Pipeline pipeline = new();

    [Fact]
    public async Task Effects_for_the_next_commit_are_written_with_it()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Body);
        held.Run.RecordWithNext("one", held.Run.Entry(LedgerState.Done, "1"), Update(held.Lead, "note:1", "N1") with { CrmId = "77" });
        held.Run.RecordWithNext("two", held.Run.Entry(LedgerState.Done, "2"), Update(held.Lead, "note:2", "N2"));
        Assert.Empty((await held.StoredAsync()).Ledger);

        await held.Run.RecordAsync("three", held.Run.Entry(LedgerState.Intended), Update(held.Lead, "note:3", "?"));

        var record = await held.RecordAsync();
        Assert.Equal(["one", "three", "two"], (await held.StoredAsync()).Ledger.Keys.Order());
        Assert.Equal(("77", "N1", "N2", "?"), (record.CrmId, record.References["note:1"], record.References["note:2"], record.References["note:3"]));
        Assert.NotNull(held.Run.Done("one"));
    }

    [Fact]
    public async Task Flush_writes_what_is_pending_and_nothing_when_nothing_is()
    {
        await using var held = await HeldEvent.TakeAsync(pipeline, Body);
        held.Run.RecordWithNext("one", held.Run.Entry(LedgerState.Done), Update(held.Lead, "note:1", "N1"));

        await held.Run.FlushAsync();

        Assert.Equal("one", Assert.Single((await held.StoredAsync()).Ledger).Key);
        var updated = (await held.StoredAsync()).UpdatedAt;
        pipeline.Time.Advance(TimeSpan.FromSeconds(1));
        await held.Run.FlushAsync();
        Assert.Equal(updated, (await held.StoredAsync()).UpdatedAt);
    }

    [Fact]
    public void Later_changes_of_a_lead_win_and_two_leads_are_not_joined()
    {
        var (ada, bob) = (LeadKey.FromEmail("ada@quill.example"), LeadKey.FromEmail("bob@quill.example"));

        var joined = CommitMerge.Join(Update(ada, "note:1", "?") with { CrmId = "1" }, Update(ada, "note:1", "N1") with { CrmId = "2" });

        Assert.Equal(("2", "N1"), (joined!.CrmId, joined.References["note:1"]));
        Assert.Throws<InvalidOperationException>(() => CommitMerge.Join(Update(ada, "a", "1"), Update(bob, "b", "2")));
    }

    private static LeadUpdate Update(LeadKey lead, string subject, string reference) => new()
    {
        Key = lead, Email = "ada@quill.example", References = new Dictionary<string, string> { [subject] = reference },
    };
}
