using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Benchmarks.Sizes;

/// <summary>A SQLite file with many events: of 100 one has failed, 5 are ignored, a few wait, the others are processed. A lead has ten.</summary>
internal sealed class FilledFile(string folder, int events)
{
    public const string RareError = "zoho/INVALID_DATA";

    private const int InFlight = 256;

    private static readonly EventCommit Finished = new() { Next = new NextStep.Finish(EventStatus.Processed) };

    private readonly byte[] body = Fixtures.Body("calendly", "invitee_created_full");

    public SqliteStore Open(TimeProvider? time = null) => new(
        Options.Create(new SqliteStoreOptions { DataDirectory = folder }), time ?? TimeProvider.System, NullLogger<SqliteStore>.Instance);

    public string EventId(int number) => Event(number).EventId;

    public static LeadKey Lead(int number) => LeadKey.FromEmail(string.Create(CultureInfo.InvariantCulture, $"invitee{number / 10}@company.example"));

    public async Task FillAsync(CancellationToken cancellationToken)
    {
        await using var store = Open();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, events),
            new ParallelOptions { MaxDegreeOfParallelism = InFlight, CancellationToken = cancellationToken },
            async (number, token) => await store.AcceptAsync(Event(number), token));
        while (await store.ClaimAsync(InFlight, TimeSpan.FromMinutes(5), cancellationToken) is { Count: InFlight } leases)
        {
            await Task.WhenAll(leases.Select(lease => store.CommitAsync(lease, Finished, cancellationToken)));
        }
    }

    public NewEvent Event(int number)
    {
        var lead = Lead(number);
        var accepted = new NewEvent
        {
            Source = number % 3 == 0 ? "readai" : "calendly",
            EventType = number % 3 == 0 ? "meeting_end" : "invitee.created",
            ExternalId = number.ToString(CultureInfo.InvariantCulture),
            IdempotencyKey = string.Create(CultureInfo.InvariantCulture, $"calendly:invitee.created:{number}"),
            Revision = "1",
            Payload = body,
            Lead = lead,
            Lane = SalesIntel.Storage.Contract.Lane.Lead(lead),
        };
        return (number % 100) switch
        {
            7 => accepted with { Status = EventStatus.Failed, Reason = "Refused.", ErrorClass = number % 1000 == 7 ? RareError : "event/unreadable", Lane = null },
            < 5 => accepted with { Status = EventStatus.Ignored, Reason = "Test.", Lane = null },
            _ => accepted,
        };
    }
}
