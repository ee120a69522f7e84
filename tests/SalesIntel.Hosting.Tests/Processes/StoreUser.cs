using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Processes;

/// <summary>Uses a database until it is killed, and says on its output what it has been told.</summary>
internal static class StoreUser
{
    private const int Senders = 8;
    private const int Workers = 4;
    private const int Leads = 7;

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(1);

    /// <summary>Accepts so many events, then waits; one line for each that was acknowledged.</summary>
    public static async Task AcceptAsync(string file, string prefix, int count)
    {
        await using var store = Open(file);
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(async _ =>
        {
            while (Interlocked.Increment(ref next) is var number && number <= count)
            {
                var receipt = await store.AcceptAsync(Event(prefix, number), default);
                Tell($"accepted {receipt.EventId}");
            }
        }));
        await Task.Delay(Timeout.Infinite);
    }

    /// <summary>Works without end, leaves what it holds when it is killed; lines for what it begins and what it has finished.</summary>
    public static async Task WorkAsync(string file)
    {
        await using var store = Open(file);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async _ =>
        {
            while (true)
            {
                if (await store.ClaimOneAsync(Lease, default) is not { } held)
                {
                    await store.WaitForWorkAsync(Lease, default);
                    continue;
                }

                Tell($"begun {held.Lane} {held.Event.EventId}");
                if (await store.CommitAsync(held, Finish(held.Event), default))
                {
                    Tell($"finished {held.Lane} {held.Event.EventId}");
                }
            }
        }));
    }

    /// <summary>Opens the database and ends; one line with what was in the way, or that nothing was.</summary>
    public static async Task OpenAsync(string file)
    {
        await using var store = Open(file);
        try
        {
            await store.OpenAsync(default);
            Tell("opened");
        }
        catch (StoreUnavailableException exception)
        {
            Tell(exception.Message);
        }
    }

    private static SqliteStore Open(string file) =>
        new(Options.Create(new SqliteStoreOptions { Path = file }), TimeProvider.System, NullLogger<SqliteStore>.Instance);

    private static NewEvent Event(string prefix, int number)
    {
        var lead = LeadKey.FromEmail($"lead{number % Leads}@lovelace.example");
        return new NewEvent
        {
            Source = "calendly",
            EventType = "invitee.created",
            ExternalId = $"{prefix}-{number}",
            IdempotencyKey = $"calendly:invitee.created:{prefix}-{number}",
            Revision = "1",
            Payload = Encoding.UTF8.GetBytes($"{prefix}-{number} ".PadRight(1_000 + (number % 5 * 2_000), 'x')),
            Lane = Lane.Lead(lead),
            Lead = lead,
        };
    }

    private static EventCommit Finish(WebhookEvent held) => new()
    {
        Next = new NextStep.Finish(EventStatus.Processed, DryRun: false),
        Ledger = new Dictionary<string, LedgerEntry> { ["facts"] = new(LedgerState.Done, held.CreatedAt, "lead-1") },
    };

    private static void Tell(string line)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
