using SalesIntel.Chaos.Machines;
using SalesIntel.Simulator;

namespace SalesIntel.Chaos.Kills;

/// <summary>Brings the disturbances, each at its part of the run.</summary>
internal sealed class Disturber(Site site, KillOptions options, CutBook cuts)
{
    private static readonly TimeSpan Frozen = TimeSpan.FromSeconds(20);

    /// <summary>Called before each kill.</summary>
    public async Task BeforeAsync(int kill, CancellationToken cancellationToken)
    {
        switch (options.Disturbances.FirstOrDefault(one => kill == At(one), (Disturbance)(-1)))
        {
            case Disturbance.Drops:
                Drop(FaultTarget.Zoho, FaultAction.Drop);
                Drop(FaultTarget.Zoho, FaultAction.DropAfterCommit);
                Drop(FaultTarget.OAuth, FaultAction.Drop);

                // Only before the model has answered: an answer lost on its way is paid again whatever the host does.
                Drop(FaultTarget.Gemini, FaultAction.Drop);
                break;

            case Disturbance.RateLimits:
                foreach (var target in new[] { FaultTarget.Zoho, FaultTarget.Gemini })
                {
                    site.Simulator.Faults.Add(new SimulatorFault
                    {
                        Target = target, Action = FaultAction.RateLimit, ForSeconds = 10, RetryAfterSeconds = 1,
                    });
                }

                break;

            case Disturbance.RedisRestart when site.Redis is { } redis:
                await cuts.WithoutStoreAsync(async () =>
                {
                    await redis.KillAsync();
                    await redis.StartAgainAsync();
                });
                break;

            case Disturbance.RedisFreeze when site.Redis is { } redis:
                await cuts.WithoutStoreAsync(async () =>
                {
                    redis.Freeze();
                    await Task.Delay(Frozen, cancellationToken);
                    redis.Thaw();
                });
                break;
        }
    }

    private int At(Disturbance disturbance) => (int)(options.Kills * (0.2 + (0.2 * (int)disturbance)));

    private void Drop(FaultTarget target, FaultAction action) => site.Simulator.Faults.Add(new SimulatorFault
    {
        Target = target, Action = action, Probability = 0.08, Times = options.Kills, Seed = options.Seed + (int)action,
    });
}
