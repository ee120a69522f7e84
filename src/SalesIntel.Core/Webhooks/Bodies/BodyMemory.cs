using System.Buffers;
using System.Numerics;

namespace SalesIntel.Webhooks;

/// <summary>The memory for bodies in flight, of all sources together. Small bodies have a share of their own, so that large ones, which are
/// few and may wait, never keep them out; and the other way round.</summary>
/// <param name="limit">Bytes that may be in use.</param>
internal sealed class BodyMemory(long limit)
{
    /// <summary>The longest small body. Bookings have a few kilobytes, a meeting of an hour and a half 160.</summary>
    public const int LargestSmall = 256 * 1024;

    private const int LargeStep = 64 * 1024;

    private const long CollectAfter = 16 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly long smallShare = limit / 4;
    private readonly long largeShare = limit - (limit / 4);

    // The runtime may take back what lies idle; until then it is used again.
    private readonly List<WeakReference<byte[]>> idle = [];
    private long small;
    private long large;
    private readonly SemaphoreSlim largeReading = new(1);
    private long leftOver;

    /// <summary>Waits for the turn to read a large body into objects, which takes several times its length: one at a time.</summary>
    public Task BeginLargeReadingAsync(CancellationToken cancellationToken) => largeReading.WaitAsync(cancellationToken);

    /// <summary>Ends the turn.</summary>
    /// <param name="length">Bytes of the body.</param>
    public void EndLargeReading(int length)
    {
        // What is left of large bodies are large objects, of which the runtime lets hundreds of megabytes gather before it looks.
        leftOver += length;
        if (leftOver >= CollectAfter)
        {
            leftOver = 0;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        }

        largeReading.Release();
    }

    /// <summary>Bytes in use.</summary>
    public long InUse
    {
        get
        {
            lock (gate)
            {
                return small + large;
            }
        }
    }

    /// <summary>An array of at least a length; null when the share is used up.</summary>
    public byte[]? TryTake(int least)
    {
        if (least <= LargestSmall)
        {
            var length = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(least, 1_024));
            return TryCharge(ref small, smallShare, length) ? ArrayPool<byte>.Shared.Rent(length) : null;
        }

        // An array of the pool would have up to twice the length, and the pool would keep one for each thread.
        var rounded = (least + LargeStep - 1) / LargeStep * LargeStep;
        if (TakeIdle(rounded) is { } found)
        {
            return found;
        }

        if (!TryCharge(ref large, largeShare, rounded))
        {
            return null;
        }

        try
        {
            return GC.AllocateUninitializedArray<byte>(rounded);
        }
        catch (OutOfMemoryException)
        {
            Uncharge(ref large, rounded);
            throw;
        }
    }

    /// <summary>Gives an array back.</summary>
    /// <param name="array">What <see cref="TryTake"/> has given.</param>
    /// <param name="mayBeRead">True when somebody may still read it: then nobody else gets it.</param>
    public void Give(byte[] array, bool mayBeRead)
    {
        if (array.Length <= LargestSmall)
        {
            Uncharge(ref small, array.Length);
            if (!mayBeRead)
            {
                ArrayPool<byte>.Shared.Return(array);
            }

            return;
        }

        lock (gate)
        {
            large -= array.Length;
            if (!mayBeRead)
            {
                idle.Add(new WeakReference<byte[]>(array));
            }
        }
    }

    private byte[]? TakeIdle(int least)
    {
        lock (gate)
        {
            idle.RemoveAll(one => !one.TryGetTarget(out _));
            foreach (var one in idle)
            {
                if (one.TryGetTarget(out var found) && found.Length >= least && found.Length / 2 <= least && large + found.Length <= largeShare)
                {
                    idle.Remove(one);
                    large += found.Length;
                    return found;
                }
            }

            return null;
        }
    }

    private bool TryCharge(ref long share, long most, int length)
    {
        lock (gate)
        {
            if (share + length > most)
            {
                return false;
            }

            share += length;
            return true;
        }
    }

    private void Uncharge(ref long share, int length)
    {
        lock (gate)
        {
            share -= length;
        }
    }
}
