using SalesIntel.Storage.Contract;

namespace SalesIntel.Zoho.Client;

/// <summary>The one place where a call waits until it may be sent: Zoho counts the calls in flight of an organisation and connected app,
/// over all processes, https://www.zoho.com/crm/developer/docs/api/v8/api-limits.html.</summary>
internal sealed class CallGate : IAsyncDisposable, IDisposable
{
    /// <summary>Calls in flight that Zoho allows of those that cost it more.</summary>
    internal const int MaxHeavy = 10;

    /// <summary>For how long fewer calls are made after Zoho has refused one.</summary>
    internal static readonly TimeSpan SlowTime = TimeSpan.FromSeconds(30);

    private readonly IOptionsMonitor<ZohoOptions> options;
    private readonly TimeProvider time;
    private readonly SlotPool all;
    private readonly SlotPool heavy;
    private long slowedAt;

    public CallGate(IOptionsMonitor<ZohoOptions> options, TimeProvider time, ILogger<CallGate> logger, ISlotLeases? leases = null)
    {
        this.options = options;
        this.time = time;
        var current = options.CurrentValue;
        var app = Digest.Of($"{ZohoHosts.Accounts(current)}\n{current.ClientId}", 16);
        all = new SlotPool(new($"zoho:calls:{app}", () => Capacity), leases, time, logger);
        heavy = new SlotPool(new($"zoho:heavy:{app}", () => MaxHeavy), leases, time, logger);
    }

    private int Capacity =>
        Volatile.Read(ref slowedAt) is > 0 and var at && time.GetElapsedTime(at) < SlowTime
            ? Math.Max(1, options.CurrentValue.MaxConcurrency / 2)
            : options.CurrentValue.MaxConcurrency;

    /// <summary>Waits for a slot; to be disposed when the answer is there.</summary>
    /// <param name="isHeavy">True for a call of those that Zoho allows fewer of at a time.</param>
    /// <param name="priority">Who goes first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<CallSlot> TakeAsync(bool isHeavy, ZohoPriority priority, CancellationToken cancellationToken)
    {
        var second = isHeavy && options.CurrentValue.MaxConcurrency > MaxHeavy ? heavy : null;
        if (second is not null)
        {
            await second.TakeAsync(priority, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            await all.TakeAsync(priority, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            second?.Return();
            throw;
        }

        return new CallSlot(all, second);
    }

    /// <summary>Zoho has refused a call because too many were in flight, maybe those of another program: half as many for a
    /// while.</summary>
    public void Slow()
    {
        Volatile.Write(ref slowedAt, Math.Max(1, time.GetTimestamp()));
        all.Refresh();
    }

    /// <summary>Gives back to the other processes what this one holds.</summary>
    public async ValueTask DisposeAsync()
    {
        await all.DisposeAsync().ConfigureAwait(false);
        await heavy.DisposeAsync().ConfigureAwait(false);
    }

    // What is held is given back in the background, or lapses.
    public void Dispose() => _ = DisposeAsync().AsTask();
}
