using SalesIntel.Simulator;

namespace SalesIntel.Benchmarks.Latency;

/// <summary>What became of an accepted booking, and when; by the clock of this machine, which the simulated CRM stamps with too.</summary>
/// <param name="Answer">Of the POST.</param>
/// <param name="ToFacts">From the answer to the commit of the lead.</param>
/// <param name="ToNote">From the answer to the commit of the note.</param>
/// <param name="DoneAt">The last write for this booking.</param>
internal sealed record BookingTimes(TimeSpan Answer, TimeSpan ToFacts, TimeSpan ToNote, DateTimeOffset DoneAt)
{
    public static BookingTimes Of(SentBooking sent, IEnumerable<ZohoWrite> writesOfLead)
    {
        ZohoWrite[] writes = [.. writesOfLead.Where(write => write.Committed)];
        var lead = Only(writes, "lead.insert", sent);
        var note = Only(writes, "note.insert", sent);
        return new BookingTimes(
            sent.Answer, lead.EndedAt - sent.AnsweredAt, note.EndedAt - sent.AnsweredAt, writes.Max(write => write.EndedAt));
    }

    private static ZohoWrite Only(ZohoWrite[] writes, string kind, SentBooking sent)
    {
        var found = writes.Where(write => write.Kind == kind).ToArray();
        return found.Length == 1 ? found[0] : throw new InvalidOperationException($"{found.Length} of {kind} for {sent.Email}, not 1.");
    }
}
