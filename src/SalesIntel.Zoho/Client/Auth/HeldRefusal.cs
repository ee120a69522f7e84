namespace SalesIntel.Zoho.Client;

/// <summary>A refusal as this process knows it.</summary>
/// <param name="Refusal">The refusal.</param>
/// <param name="Since">When it came to be known.</param>
/// <param name="HoldsFor">For how long nobody asks again because of it; then the store is asked whether it is over.</param>
/// <param name="Left">About how long it lasted yet.</param>
internal sealed record HeldRefusal(TokenRefusal Refusal, long Since, TimeSpan HoldsFor, TimeSpan Left)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(15);

    // Of an older version, which knew no longer wait.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    /// <summary>One that was met here.</summary>
    public static HeldRefusal Met(TokenRefusal refusal, TimeSpan wait, TimeProvider time) => new(refusal, time.GetTimestamp(), wait, wait);

    /// <summary>One that another process has met, or this one before.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="isInForce">True when the store says that it is not over; its stamp is by another's clock and only says about when.</param>
    /// <param name="time">The clock.</param>
    public static HeldRefusal Told(TokenRefusal refusal, bool isInForce, TimeProvider time)
    {
        var lasts = refusal.Lasts ?? Longest;
        var stamped = refusal.Until - time.GetUtcNow();
        var left = stamped > lasts ? lasts : stamped > TimeSpan.Zero ? stamped : TimeSpan.FromSeconds(1);
        return new(refusal, time.GetTimestamp(), !isInForce ? TimeSpan.Zero : left < LookAgain ? left : LookAgain, left);
    }
}
