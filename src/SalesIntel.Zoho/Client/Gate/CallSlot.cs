namespace SalesIntel.Zoho.Client;

/// <summary>The right to have one call in flight.</summary>
internal readonly struct CallSlot(SlotPool pool, SlotPool? second) : IDisposable
{
    public void Dispose()
    {
        pool.Return();
        second?.Return();
    }
}
