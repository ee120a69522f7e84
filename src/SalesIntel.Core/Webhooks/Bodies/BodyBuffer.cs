namespace SalesIntel.Webhooks;

/// <summary>A body that grows while it arrives, in memory that is given back. For one thread at a time.</summary>
/// <param name="memory">Where the memory comes from.</param>
/// <param name="longest">Bytes that it may have.</param>
internal sealed class BodyBuffer(BodyMemory memory, int longest) : IDisposable
{
    private byte[]? array;

    /// <summary>Bytes so far.</summary>
    public int Length { get; private set; }

    /// <summary>What has arrived; valid until this is disposed.</summary>
    public ReadOnlyMemory<byte> Written => array is null ? default : array.AsMemory(0, Length);

    /// <summary>Takes the next part, which must fit the length that the body may have; false when there is no memory for it.</summary>
    /// <param name="part">Its bytes.</param>
    /// <param name="announced">How long the sender says that the body is; null when unknown. Memory is taken for what is there, and for all
    /// of a large body once it has proven to be one.</param>
    public bool TryAppend(ReadOnlySpan<byte> part, long? announced)
    {
        if (!TryGrow(Length + part.Length, announced))
        {
            return false;
        }

        part.CopyTo(array.AsSpan(Length));
        Length += part.Length;
        return true;
    }

    /// <summary>Room behind what is there, at least one byte; empty when there is no memory for it.</summary>
    public Span<byte> GetRoom()
    {
        return (array is not null && Length < array.Length) || TryGrow(Length + 1, null) ? array.AsSpan(Length) : [];
    }

    /// <summary>Counts what was written into the room.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>Gives the memory back, to be used for another body.</summary>
    public void Dispose() => Give(mayBeRead: false);

    /// <summary>Gives the memory back although somebody may still read it: it is used for no other body.</summary>
    public void Abandon() => Give(mayBeRead: true);

    private bool TryGrow(int needed, long? announced)
    {
        var has = array?.Length ?? 0;
        if (needed <= has && array is not null)
        {
            return true;
        }

        var wanted = needed > BodyMemory.LargestSmall && announced > needed ? announced.Value
            : Math.Max(needed, Math.Min(2L * has, announced ?? long.MaxValue));

        // One byte more than it may have, so that it is seen when there is more.
        if (memory.TryTake((int)Math.Max(needed, Math.Min(wanted, longest + 1L))) is not { } larger)
        {
            return false;
        }

        Written.Span.CopyTo(larger);
        var length = Length;
        Dispose();
        (array, Length) = (larger, length);
        return true;
    }

    private void Give(bool mayBeRead)
    {
        if (array is { } given)
        {
            (array, Length) = (null, 0);
            memory.Give(given, mayBeRead);
        }
    }
}
