using System.Text;
using Microsoft.Data.Sqlite;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

/// <summary>What the tests of the SQLite store put into it, and a way past it to the file.</summary>
internal static class SqliteSamples
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static NewEvent Event(string id, string lead = "ada@lovelace.example", int bytes = 20) => new()
    {
        Source = "calendly",
        EventType = "invitee.created",
        ExternalId = id,
        IdempotencyKey = $"calendly:invitee.created:{id}",
        Revision = "1",
        Payload = Encoding.UTF8.GetBytes(id.PadRight(bytes, 'x')),
        Lane = Lane.Lead(LeadKey.FromEmail(lead)),
        Lead = LeadKey.FromEmail(lead),
    };

    public static BookingSeen Booked(string id, DateTimeOffset start) => new()
    {
        EventId = id,
        At = start,
        Moves = true,
        Booking = new Booking { InviteeId = id, Email = "ada@lovelace.example", Start = start, CreatedAt = start, UpdatedAt = start },
    };

    public static EventCommit Finish() => new() { Next = new NextStep.Finish(EventStatus.Processed, DryRun: false) };

    /// <summary>A connection that knows nothing of the store.</summary>
    public static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    public static object? Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public static object? Run(string file, string sql)
    {
        using var connection = Connect(file);
        return connection.Run(sql);
    }
}
