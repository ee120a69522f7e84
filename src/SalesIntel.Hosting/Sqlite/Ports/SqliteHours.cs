using SalesIntel.Leads;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>The leads with bookings, and the events that await bookings, by hour.</summary>
internal sealed class SqliteHours(SqliteReaders readers, StoreClock clock)
{
    public async Task<IReadOnlyList<LeadKey>> FindBookedLeadsAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        const string Sql = "SELECT DISTINCT lead FROM booked_lead WHERE hour BETWEEN ? AND ? AND expires_at > ? ORDER BY lead LIMIT ?";
        var found = await FindAsync(Sql, from, to, limit, cancellationToken).ConfigureAwait(false);
        return [.. found.Select(lead => new LeadKey(lead))];
    }

    public Task<IReadOnlyList<string>> FindAwaitingAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        const string Sql =
            "SELECT DISTINCT event_id FROM awaiting_event WHERE hour BETWEEN ? AND ? AND expires_at > ? ORDER BY event_id LIMIT ?";
        return FindAsync(Sql, from, to, limit, cancellationToken);
    }

    /// <summary>Enters a lead in the hours of its bookings.</summary>
    public static void Book(WriteScope scope, LeadUpdate update, DateTimeOffset end)
    {
        foreach (var hour in BookingHours.Of(update))
        {
            scope.Session.Execute(
                "INSERT INTO booked_lead (hour, lead, expires_at) VALUES (?1, ?2, ?3) "
                + "ON CONFLICT (hour, lead) DO UPDATE SET expires_at = ?3",
                hour,
                update.Key.Value,
                end);
        }
    }

    /// <summary>Enters an event in the hour whose bookings it awaits.</summary>
    public static void Await(WriteScope scope, DateTimeOffset at, string eventId, DateTimeOffset end) =>
        scope.Session.Execute(
            "INSERT INTO awaiting_event (hour, event_id, expires_at) VALUES (?1, ?2, ?3) "
            + "ON CONFLICT (hour, event_id) DO UPDATE SET expires_at = ?3",
            BookingHours.Of(at),
            eventId,
            end);

    // The hours are texts of equal length, so that their order is that of time.
    private Task<IReadOnlyList<string>> FindAsync(
        string sql, DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        var hours = BookingHours.Between(from, to);
        return readers.ReadAsync<IReadOnlyList<string>>(
            session =>
            {
                List<string> found = [];
                if (hours.Count == 0)
                {
                    return found;
                }

                using var rows = session.Query(sql, hours[0], hours[^1], clock.Now, limit);
                while (rows.Read())
                {
                    found.Add(rows.Text(0));
                }

                return found;
            },
            cancellationToken,
            isOneStatement: true);
    }
}
