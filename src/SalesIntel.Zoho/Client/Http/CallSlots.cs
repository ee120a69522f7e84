using Microsoft.Extensions.Options;

namespace SalesIntel.Zoho.Client;

/// <summary>The one place where a call waits until it may be sent: Zoho counts the calls that are in flight.</summary>
internal sealed class CallSlots(IOptions<ZohoOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _free = new(options.Value.MaxConcurrency);

    public void Dispose() => _free.Dispose();

    /// <summary>Waits for a slot; to be disposed when the answer is there.</summary>
    public async ValueTask<Slot> TakeAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Slot(_free);
    }

    /// <summary>The right to have one call in flight.</summary>
    internal readonly struct Slot(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
