using System.Buffers;
using System.Numerics;

namespace SalesIntel.Webhooks;

/// <summary>The memory for bodies in flight, of all sources together. Small bodies have a share of their own, so that large ones, which are
/// few and may wait, never keep them out; and the other way round.</summary>
internal sealed class BodyMemory
{
    /// <summary>The longest small body. Bookings have a few kilobytes, a meeting of an hour and a half 160.</summary>
    public const int LargestSmall = 256 * 1024;

    private const int LargeStep = 64 * 1024;

    private readonly Lock gate = new();
    private readonly long smallShare;
    private readonly long largeShare;
    private readonly List<byte[]> idle = [];
    private long small;
    private long large;
    private long idleBytes;

    /// <summary>Nothing is taken yet.</summary>
    /// <param name="limit">Bytes that may be in use.</param>
    public BodyMemory(long limit)
    {
        smallShare = limit / 4;
        largeShare = limit - smallShare;
    }

    /// <summary>Held by whoever reads a large body into objects, which takes several times its length: one at a time.</summary>
    public SemaphoreSlim LargeReading { get; } = new(1);

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
            if (!mayBeRead && idleBytes + array.Length <= largeShare / 2)
            {
                idle.Add(array);
                idleBytes += array.Length;
            }
        }
    }

    private byte[]? TakeIdle(int least)
    {
        lock (gate)
        {
            var at = idle.FindIndex(array => array.Length >= least && array.Length / 2 <= least && large + array.Length <= largeShare);
            if (at < 0)
            {
                return null;
            }

            var found = idle[at];
            idle.RemoveAt(at);
            idleBytes -= found.Length;
            large += found.Length;
            return found;
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
