using SalesIntel.Storage.Contract;

namespace SalesIntel.Zoho.Tests.Gate;

/// <summary>Slots of a store that can be away; says how often it was asked.</summary>
internal sealed class AwayLeases(ISlotLeases inner) : ISlotLeases
{
    private int _asked;

    public bool IsAway { get; set; }

    public int Asked => Volatile.Read(ref _asked);

    public Task<SlotGrant> RequestAsync(SlotRequest request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return IsAway
            ? Task.FromException<SlotGrant>(new StoreUnavailableException("The store is away."))
            : inner.RequestAsync(request, cancellationToken);
    }
}
