using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

public sealed partial class MemoryStore
{
    private readonly Dictionary<string, Dictionary<string, SlotHolder>> slots = new(StringComparer.Ordinal);
    private readonly WakeSignal slotsChanged = new();

    /// <inheritdoc/>
    public Task<SlotGrant> RequestAsync(SlotRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<SlotGrant>(cancellationToken);
        }

        var changed = slotsChanged.Next;
        SlotDivision division;
        lock (gate)
        {
            if (!slots.TryGetValue(request.Name, out var holders))
            {
                slots[request.Name] = holders = new(StringComparer.Ordinal);
            }

            division = SlotDivision.Of(holders.Values, request, Now);
            foreach (var (lapsed, _) in holders.Where(entry => entry.Value.Until <= Now).ToList())
            {
                holders.Remove(lapsed);
            }

            holders[request.Holder] = division.Row;
        }

        if (division.ConcernsOthers)
        {
            slotsChanged.Set();
        }

        return Task.FromResult(new SlotGrant(division.Row.Held, division.Share, division.Holders, changed));
    }
}
