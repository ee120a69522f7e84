namespace SalesIntel.Storage.Contract;

/// <summary>What a process wants to hold of the slots of a name.</summary>
public sealed record SlotRequest
{
    private readonly int capacity = 1;
    private readonly int wanted;
    private readonly int inUse;
    private readonly TimeSpan life = TimeSpan.FromMinutes(1);

    /// <summary>The name of the slots.</summary>
    public required string Name { get; init; }

    /// <summary>Who asks: unique to the process.</summary>
    public required string Holder { get; init; }

    /// <summary>How many slots there are, at least one. Where processes disagree, the smallest number counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than one.</exception>
    public required int Capacity
    {
        get => capacity;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            capacity = value;
        }
    }

    /// <summary>How many the process wants to hold, those in use included; 0 gives back what is not in use.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public required int Wanted
    {
        get => wanted;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            wanted = value;
        }
    }

    /// <summary>How many of those that it holds are in use and can't be given back now.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int InUse
    {
        get => inUse;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            inUse = value;
        }
    }

    /// <summary>After which time what it holds lapses when it does not ask again.</summary>
    /// <value>Default one minute.</value>
    /// <exception cref="ArgumentOutOfRangeException">It is not positive.</exception>
    public TimeSpan Life
    {
        get => life;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            life = value;
        }
    }
}
