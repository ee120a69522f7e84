namespace SalesIntel.Simulator;

/// <summary>The log of CRM writes, and the finder of overlaps. Guarded by the state's lock.</summary>
internal sealed class WriteLog
{
    private readonly List<(ZohoWrite Write, long Begun, long Ended)> _finished = [];
    private readonly List<WriteOverlap> _overlaps = [];
    private long _tick;
    private int _requests;

    public IReadOnlyList<ZohoWrite> Writes => [.. _finished.Select(entry => entry.Write)];

    public IReadOnlyList<WriteOverlap> Overlaps => [.. _overlaps];

    public int Count => _finished.Count;

    public WriteTicket Begin(DateTimeOffset now) => new(++_requests, ++_tick, now);

    public void Finish(WriteTicket ticket, IEnumerable<PendingWrite> records, DateTimeOffset now, bool responseSent)
    {
        var ended = ++_tick;
        foreach (var record in records)
        {
            var write = new ZohoWrite(
                _finished.Count + 1,
                ticket.Request,
                record.Kind,
                ticket.StartedAt,
                now,
                record.LeadId,
                record.Email?.ToLowerInvariant(),
                record.Fields,
                record.Outcome,
                record.Committed,
                responseSent);
            FindOverlaps(ticket, write);
            _finished.Add((write, ticket.Tick, ended));
        }
    }

    public void MarkUnanswered(WriteTicket ticket)
    {
        for (var i = _finished.Count - 1; i >= 0; i--)
        {
            var entry = _finished[i];
            if (entry.Write.Request == ticket.Request)
            {
                _finished[i] = entry with { Write = entry.Write with { ResponseSent = false } };
            }
        }
    }

    public void Clear()
    {
        _finished.Clear();
        _overlaps.Clear();
    }

    // Finished writes lie in the order of their end, so the search stops at the first that ended before this one began.
    private void FindOverlaps(WriteTicket ticket, ZohoWrite write)
    {
        if (write.Outcome == Outcomes.ClientAborted)
        {
            return;
        }

        for (var i = _finished.Count - 1; i >= 0 && _finished[i].Ended > ticket.Tick; i--)
        {
            var other = _finished[i].Write;
            if (other.Request == write.Request || other.Outcome == Outcomes.ClientAborted || !SameLead(other, write))
            {
                continue;
            }

            _overlaps.Add(new WriteOverlap(other.Sequence, write.Sequence, write.LeadId ?? other.LeadId, write.LeadEmail ?? other.LeadEmail));
        }
    }

    private static bool SameLead(ZohoWrite a, ZohoWrite b) =>
        (a.LeadId is not null && a.LeadId == b.LeadId) || (a.LeadEmail is not null && a.LeadEmail == b.LeadEmail);
}
