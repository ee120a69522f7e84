namespace SalesIntel.Hosting.Sqlite;

/// <summary>Slots that all processes share, a row for each process and name. Other processes can't be told of a change; they look again
/// after a second.</summary>
internal sealed class SqliteSlots(SqliteWriter writer)
{
    private readonly WakeSignal changed = new();

    public async Task<SlotGrant> RequestAsync(SlotRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var signal = changed.Next;
        var division = await writer.WriteAsync(scope => Divide(scope, request), cancellationToken).ConfigureAwait(false);
        if (division.ConcernsOthers)
        {
            changed.Set();
        }

        return new SlotGrant(division.Row.Held, division.Share, division.Holders, signal);
    }

    private static SlotDivision Divide(WriteScope scope, SlotRequest request)
    {
        var now = scope.Now;
        var division = SlotDivision.Of(Read(scope, request.Name), request, now);
        scope.Session.Execute("DELETE FROM slot_holder WHERE name = ? AND expires_at <= ?", request.Name, now);
        scope.Session.Execute(
            "INSERT OR REPLACE INTO slot_holder (name, holder, held, wanted, capacity, turn, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            request.Name,
            request.Holder,
            division.Row.Held,
            division.Row.Wanted,
            division.Row.Capacity,
            division.Row.Turn,
            division.Row.Until);
        return division;
    }

    private static List<SlotHolder> Read(WriteScope scope, string name)
    {
        List<SlotHolder> known = [];
        using var rows = scope.Session.Query(
            "SELECT holder, held, wanted, capacity, turn, expires_at FROM slot_holder WHERE name = ?", name);
        while (rows.Read())
        {
            known.Add(new SlotHolder(
                rows.Text(0), (int)rows.Number(1), (int)rows.Number(2), (int)rows.Number(3), rows.Number(4), rows.Time(5)));
        }

        return known;
    }
}
