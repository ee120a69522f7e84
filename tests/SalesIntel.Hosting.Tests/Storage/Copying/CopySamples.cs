using System.Text.Json.Nodes;
using SalesIntel.Hosting.Tests.Storage.Sqlite;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Copying;

/// <summary>One of each thing that a store can hold.</summary>
internal static class CopySamples
{
    public static readonly DateTimeOffset Noon = new(2027, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static readonly string[] Emails = ["ada@lovelace.example", "bob@builder.example", "eve@company.example"];

    /// <summary>Fills a store; the ids of the events that wait, in the order in which they are to be taken.</summary>
    public static async Task<IReadOnlyList<string>> FillAsync<TStore>(TStore store)
        where TStore : IEventStore, IDeadLetterAlerts, IWorkQueue, ICircuitStore, ISharedState
    {
        // Done, with all that work leaves behind.
        await AcceptAsync(store, Event("done"));
        await CommitAsync(store, new EventCommit
        {
            Next = new NextStep.Continue(),
            Ledger = new Dictionary<string, LedgerEntry>
            {
                ["facts"] = new(LedgerState.Done, Noon, "lead-1"),
                ["note"] = new(LedgerState.Intended, Noon, "", "{\"marker\":\"ref 7\"}"),
            },
            Lead = new LeadUpdate
            {
                Key = LeadKey.FromEmail(Emails[0]),
                Email = Emails[0],
                Facts = [SqliteSamples.Booked("done", Noon), SqliteSamples.Booked("moved", Noon.AddHours(1))],
                CrmId = "crm-1",
                Written = new JsonObject { ["Company"] = "Lovelace & Söhne", ["Phone"] = null },
                OtherForms = new JsonObject { ["Phone"] = new JsonArray("1", "2") },
                References = new Dictionary<string, string> { ["note:booking"] = "n-1", ["task"] = "t-1" },
            },
            AssignMeeting = "m-1",
            AwaitsBookingsOf = Noon.AddHours(2),
        }, new NextStep.Finish(EventStatus.Processed, DryRun: false));

        await AcceptAsync(store, Event("dry", "bob@builder.example"));
        await CommitAsync(store, new EventCommit { Next = new NextStep.Finish(EventStatus.Ignored, DryRun: true) });
        await AcceptAsync(store, Event("dead", "bob@builder.example"));
        await CommitAsync(store, new EventCommit { Next = new NextStep.DeadLetter(), Error = "no such field", ErrorClass = "zoho/INVALID_DATA" });
        var told = await AcceptAsync(store, Event("told") with { Status = EventStatus.Failed, Lane = null, Reason = "unreadable", ErrorClass = "event/unreadable" });
        await store.MarkAlertSentAsync(told, default);
        await AcceptAsync(store, Event("unverified") with { Status = EventStatus.Ignored, Lane = null, Reason = "other", Verified = false });

        // Two states of one thing, and keys that hold colons.
        await AcceptAsync(store, Event("revised") with { Status = EventStatus.Ignored, Lane = null, Revision = "a:1" });
        await AcceptAsync(store, Event("revised") with { Status = EventStatus.Ignored, Lane = null, Revision = "b:2", Payload = new byte[3_000_000] });

        await store.OpenAsync("zoho", DateTimeOffset.UtcNow.AddMinutes(5), "503 from Zoho", default);
        await store.SetAsync("zoho:access_token", "secret", TimeSpan.FromMinutes(30), default);
        await store.SetAsync("alerts", """{"incidents":["Größe"]}""", TimeSpan.FromDays(7), default);

        // Work: one that waits for its retry with another behind it, one in a lane of its own, and one whose worker has died.
        List<string> waiting = [await AcceptAsync(store, Event("dying", "eve@company.example"))];
        var died = await store.ClaimOneAsync(TimeSpan.FromSeconds(1), default);
        waiting.Add(await AcceptAsync(store, Event("retried", "ada@lovelace.example")));
        await CommitAsync(store, new EventCommit
        {
            Next = new NextStep.RetryAt(DateTimeOffset.UtcNow.AddSeconds(2), ChargeAttempt: true), Error = "timeout", ErrorClass = "zoho/timeout",
        });
        waiting.Add(await AcceptAsync(store, Event("behind", "ada@lovelace.example", 10)));
        Assert.Equal(waiting[0], died!.Event.EventId);
        return waiting;
    }

    public static NewEvent Event(string id, string lead = "ada@lovelace.example", int bytes = 20) => SqliteSamples.Event(id, lead, bytes);

    private static async Task<string> AcceptAsync(IEventStore store, NewEvent accepted)
    {
        var receipt = await store.AcceptAsync(accepted, default);
        Assert.False(receipt.IsDuplicate);
        return receipt.EventId;
    }

    private static async Task CommitAsync(IWorkQueue queue, EventCommit commit, NextStep? then = null)
    {
        var held = await queue.ClaimOneAsync(SqliteSamples.Lease, default);
        Assert.True(await queue.CommitAsync(held!, commit, default));
        Assert.True(then is null || await queue.CommitAsync(held!, new EventCommit { Next = then }, default));
    }
}
