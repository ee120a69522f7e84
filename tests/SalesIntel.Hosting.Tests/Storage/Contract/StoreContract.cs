using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>What every store promises. Derived classes say which store.</summary>
public abstract partial class StoreContract
{
    protected static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    protected static readonly LeadKey Ada = LeadKey.FromEmail("ada@lovelace.example");
    protected static readonly LeadKey Bob = LeadKey.FromEmail("bob@builder.example");

    private StoreClient? client;

    protected FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));

    protected StoreClient Store => client ??= CreateClient();

    protected IEventStore Events => Store.Events;

    protected IWorkQueue Queue => Store.Queue;

    protected static CancellationToken None => CancellationToken.None;

    /// <summary>A client of this test's data; each is a process of its own where the store allows it.</summary>
    protected abstract StoreClient CreateClient(TimeSpan? eventLife = null, TimeSpan? idempotencyLife = null);

    protected static NewEvent Booking(string id, Lane? lane = null, string revision = "1") => new()
    {
        Source = "calendly",
        EventType = "invitee.created",
        ExternalId = id,
        IdempotencyKey = $"calendly:invitee.created:{id}",
        Revision = revision,
        Payload = Encoding.UTF8.GetBytes($$"""{"id":"{{id}}"}"""),
        Lane = lane ?? Lane.Lead(Ada),
        Lead = Ada,
    };

    protected static LeadUpdate Update(string eventId, string email = "ada@lovelace.example") => new()
    {
        Key = LeadKey.FromEmail(email),
        Email = email,
        Facts = [new BookingCanceled { EventId = eventId, At = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero), InviteeId = "inv-1" }],
        CrmId = "crm-1",
        Written = new() { ["Last_Name"] = "Lovelace" },
        OtherForms = new() { ["Last_Name"] = new JsonArray("LOVELACE") },
        References = new Dictionary<string, string> { ["note:booking:inv-1"] = "note-9" },
    };

    protected static NextStep Done => new NextStep.Finish(EventStatus.Processed, DryRun: false);

    protected async Task<string> AcceptAsync(NewEvent accepted)
    {
        var receipt = await Events.AcceptAsync(accepted, None);
        Assert.False(receipt.IsDuplicate);
        return receipt.EventId;
    }

    protected async Task<EventLease> ClaimAsync() =>
        await Queue.ClaimOneAsync(Lease, None) ?? throw new InvalidOperationException("Nothing was due.");

    protected Task<bool> CommitAsync(EventLease held, NextStep next) =>
        Queue.CommitAsync(held, new EventCommit { Next = next }, None);

    protected async Task<WebhookEvent> GetAsync(string id) =>
        await Events.GetAsync(id, None) ?? throw new InvalidOperationException("There is no such event.");

    protected async Task<List<WebhookEvent>> ListAsync(EventFilter filter)
    {
        List<WebhookEvent> found = [];
        await foreach (var item in Events.ListAsync(filter, None))
        {
            found.Add(item);
        }

        return found;
    }

    /// <summary>Lets time go by, the store's clock and the real one, until something has happened.</summary>
    protected async Task EventuallyAsync(Func<Task<bool>> happened)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await happened())
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(20, limit.Token);
        }
    }
}
