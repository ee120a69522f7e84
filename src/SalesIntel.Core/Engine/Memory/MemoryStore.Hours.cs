using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

public sealed partial class MemoryStore
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<LeadKey>> FindBookedLeadsAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<LeadKey>>(() => [.. Find(booked, from, to, limit).Select(lead => new LeadKey(lead))], cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindAwaitingAsync(
        DateTimeOffset from, DateTimeOffset to, int limit, CancellationToken cancellationToken) =>
        Locked<IReadOnlyList<string>>(() => [.. Find(awaiting, from, to, limit)], cancellationToken);

    private static IEnumerable<string> Find(ExpiringSets index, DateTimeOffset from, DateTimeOffset to, int limit) =>
        BookingHours.Between(from, to).SelectMany(index.Get).Distinct().Order(StringComparer.Ordinal).Take(limit);
}
