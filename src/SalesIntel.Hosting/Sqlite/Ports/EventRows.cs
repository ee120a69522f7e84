using Microsoft.Data.Sqlite;
using SalesIntel.Leads;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Reads events whole.</summary>
internal static class EventRows
{
    private const string Columns =
        "created_at, id, source, event_type, external_id, idempotency_key, revision, status, stage, lane, lead, attempts, last_error, "
        + "error_class, dry_run, updated_at, verified";

    private const string Kept = "(expires_at IS NULL OR expires_at > ?)";

    /// <summary>The event with an id; null when it is not kept (any more).</summary>
    public static WebhookEvent? Find(SqliteSession session, string eventId, DateTimeOffset now) =>
        Read(session, $"SELECT {Columns} FROM event WHERE id = ? AND {Kept}", eventId, now, out _);

    /// <summary>The event that was accepted at a moment; null when it is not kept (any more).</summary>
    /// <param name="session">The connection.</param>
    /// <param name="acceptedAt">The moment.</param>
    /// <param name="now">The store's time.</param>
    /// <param name="problem">What of it can't be read and was left empty; null when all is there.</param>
    public static WebhookEvent? Find(SqliteSession session, DateTimeOffset acceptedAt, DateTimeOffset now, out string? problem) =>
        Read(session, $"SELECT {Columns} FROM event WHERE created_at = ? AND {Kept}", acceptedAt, now, out problem);

    private static WebhookEvent? Read(SqliteSession session, string sql, SqliteValue key, DateTimeOffset now, out string? problem)
    {
        problem = null;
        WebhookEvent? found;
        using (var rows = session.Query(sql, key, now))
        {
            found = rows.Read() ? Read(rows, ref problem) : null;
        }

        return found is null ? null : found with
        {
            Payload = ReadPayload(session, found.CreatedAt, ref problem),
            Ledger = ReadLedger(session, found.CreatedAt, ref problem),
        };
    }

    private static WebhookEvent Read(SqliteRows rows, ref string? problem) => new()
    {
        CreatedAt = rows.Time(0),
        EventId = rows.Text(1),
        Source = rows.Text(2),
        EventType = rows.Text(3),
        ExternalId = rows.Text(4),
        IdempotencyKey = rows.Text(5),
        Revision = rows.Text(6),
        Status = StoreWords.ReadStatus(rows.Text(7)) ?? Complain("status", EventStatus.Failed, ref problem),
        Stage = StoreWords.ReadStage(rows.Text(8)) ?? Complain("stage", Stage.Facts, ref problem),
        Lane = rows.TextOrNull(9) is { } lane ? new Lane(lane) : null,
        Lead = rows.TextOrNull(10) is { } lead ? new LeadKey(lead) : null,
        Attempts = (int)rows.Number(11),
        LastError = rows.Text(12),
        ErrorClass = rows.Text(13),
        DryRun = rows.Number(14) != 0,
        UpdatedAt = rows.Time(15),
        Verified = rows.IsNull(16) ? null : rows.Number(16) != 0,
        Payload = default,
    };

    private static ReadOnlyMemory<byte> ReadPayload(SqliteSession session, DateTimeOffset acceptedAt, ref string? problem)
    {
        try
        {
            using var rows = session.Query("SELECT body FROM payload WHERE event = ?", acceptedAt);
            return rows.Read() ? rows.Bytes(0) : Complain("payload", Array.Empty<byte>(), ref problem);
        }
        catch (SqliteException exception) when (SqliteFailure.IsDamage(exception))
        {
            return Complain("payload", Array.Empty<byte>(), ref problem);
        }
    }

    private static Dictionary<string, LedgerEntry> ReadLedger(SqliteSession session, DateTimeOffset acceptedAt, ref string? problem)
    {
        Dictionary<string, LedgerEntry> ledger = new(StringComparer.Ordinal);
        try
        {
            using var rows = session.Query("SELECT effect, entry FROM ledger WHERE event = ?", acceptedAt);
            while (rows.Read())
            {
                ledger[rows.Text(0)] = StoreJson.ReadEntry(rows.Utf8(1));
            }
        }
        catch (Exception exception)
            when (exception is JsonException || (exception is SqliteException failed && SqliteFailure.IsDamage(failed)))
        {
            Complain("ledger", 0, ref problem);
        }

        return ledger;
    }

    private static T Complain<T>(string name, T otherwise, ref string? problem)
    {
        problem ??= $"the stored event has no readable {name}";
        return otherwise;
    }
}
