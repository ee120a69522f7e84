namespace SalesIntel.Engine;

/// <summary>When a failed attempt is repeated.</summary>
internal static class RetryPolicy
{
    /// <summary>The wait after a failed attempt, doubling with each; null when there were enough.</summary>
    /// <param name="failedBefore">Attempts that had failed before this one.</param>
    /// <param name="asked">What the provider asked for; a longer wait than ours is granted.</param>
    /// <param name="options">The limits.</param>
    /// <param name="random">From 0 up to 1: spreads events that failed together, by up to a fifth of the wait.</param>
    public static TimeSpan? Wait(int failedBefore, TimeSpan? asked, ProcessingOptions options, double random)
    {
        if (failedBefore >= options.MaxRetries)
        {
            return null;
        }

        var wait = options.RetryBase * Math.Pow(2, failedBefore);
        return (asked > wait ? asked.Value : wait) * (1 + (random / 5));
    }
}
