namespace SalesIntel.Zoho.Tests.Auth.Attack;

/// <summary>What goes wrong next, the same for the same seed.</summary>
internal sealed class AttackPlan(int seed)
{
    private readonly Random random = new(seed);
    private readonly int thread = Environment.CurrentManagedThreadId;

    /// <summary>Where something did not run on the thread of the plan, and so at a moment that no seed decides; null when all did.</summary>
    public string? Stray { get; private set; }

    /// <summary>After that everything is well.</summary>
    public bool IsOver { get; set; }

    /// <summary>True when the processes' calendars differ and are set now and then.</summary>
    public bool SetsClocks { get; } = seed % 2 == 1;

    public int Below(int bound)
    {
        if (Environment.CurrentManagedThreadId != thread)
        {
            Stray ??= Environment.StackTrace;
        }

        return random.Next(bound);
    }

    public bool OneIn(int times) => Below(times) == 0;

    public TimeSpan UpTo(double seconds) => TimeSpan.FromSeconds(random.NextDouble() * seconds);

    /// <summary>How long one side of a call to the store takes.</summary>
    public TimeSpan StorePause() => IsOver ? TimeSpan.Zero : Below(100) switch
    {
        < 80 => TimeSpan.Zero,
        < 96 => UpTo(0.5),
        _ => UpTo(12),
    };

    /// <summary>What the accounts host does with a request, and after which time.</summary>
    public (AttackedAnswer Answer, TimeSpan After) Answer() => IsOver ? (AttackedAnswer.Token, TimeSpan.Zero) : Below(100) switch
    {
        < 55 => (AttackedAnswer.Token, UpTo(1)),
        < 70 => (AttackedAnswer.Token, UpTo(45)),
        < 78 => (AttackedAnswer.ServerError, UpTo(5)),
        < 84 => (AttackedAnswer.Nothing, UpTo(5)),
        < 92 => (AttackedAnswer.ConnectionLost, UpTo(5)),
        < 96 => (AttackedAnswer.Throttled, UpTo(1)),
        _ => (AttackedAnswer.None, Timeout.InfiniteTimeSpan),
    };
}
