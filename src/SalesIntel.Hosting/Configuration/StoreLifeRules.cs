namespace SalesIntel.Hosting.Configuration;

/// <summary>What must hold for how long a store keeps things, whichever store it is.</summary>
internal static class StoreLifeRules
{
    /// <summary>One sentence for each rule that is broken.</summary>
    /// <param name="options">The options' name, for the message.</param>
    /// <param name="eventLife">How long an event is kept after it has ended.</param>
    /// <param name="idempotencyLife">How long a repetition is recognised.</param>
    public static IEnumerable<string> Failures(string options, TimeSpan eventLife, TimeSpan idempotencyLife)
    {
        if (eventLife < TimeSpan.FromMinutes(1))
        {
            yield return $"EVENT_TTL_SECONDS ({options}.EventLife) is {eventLife.TotalSeconds:0} s; set at least 60.";
        }

        if (idempotencyLife < eventLife)
        {
            yield return
                $"IDEMPOTENCY_TTL_SECONDS ({idempotencyLife.TotalSeconds:0}) is shorter than EVENT_TTL_SECONDS "
                + $"({eventLife.TotalSeconds:0}): a repeated message would run again while its event is still kept. Set it "
                + "to at least the same.";
        }
    }
}
