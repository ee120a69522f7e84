using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

public sealed partial class MemoryStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<LeadKey>> FindBookedLeadsAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            IReadOnlyList<LeadKey> found = [.. Find(booked, from, to, limit).Select(lead => new LeadKey(lead))];
            return Answer(found, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindAwaitingAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            IReadOnlyList<string> found = [.. Find(awaiting, from, to, limit)];
            return Answer(found, cancellationToken);
        }
    }

    private static IEnumerable<string> Find(ExpiringSets index, DateTimeOffset from, DateTimeOffset to, int limit) =>
        BookingHours.Between(from, to).SelectMany(index.Get).Distinct().Order(StringComparer.Ordinal).Take(limit);
}
