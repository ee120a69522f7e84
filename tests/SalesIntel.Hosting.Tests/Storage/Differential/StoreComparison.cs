using Xunit.Sdk;

namespace SalesIntel.Hosting.Tests.Storage.Differential;

/// <summary>Does the same to several stores, by chance, and compares every answer.</summary>
/// <param name="seed">Decides every step.</param>
/// <param name="time">The clock that all stores go by.</param>
/// <param name="sides">The stores.</param>
internal sealed class StoreComparison(int seed, TurnedTime time, params IReadOnlyList<StoreSide> sides)
{
    private const int LastSteps = 30;

    private readonly Random random = new(seed);
    private readonly Queue<string> last = new();

    /// <summary>The longest pause between two steps.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest life of a value, lock or slot.</summary>
    public TimeSpan LongestLife { get; init; } = TimeSpan.FromDays(1);

    /// <summary>The host's clock is set forward and back by up to so much.</summary>
    public TimeSpan LongestJump { get; init; }

    /// <summary>See <see cref="StoreSteps"/>.</summary>
    public bool FindsFirst { get; init; } = true;

    public async Task RunAsync(int steps)
    {
        var scenario = new StoreScenario(random, time);
        var drawn = new StoreSteps(scenario, time, LongestLife, FindsFirst);
        for (var number = 1; number <= steps; number++)
        {
            await PassTimeAsync(scenario);
            await CompareAsync(number, drawn.Next());
        }

        foreach (var step in drawn.All())
        {
            await CompareAsync(steps, step);
        }
    }

    private async Task PassTimeAsync(StoreScenario scenario)
    {
        // A millisecond at least: two processes could accept in the same moment, and then either may be the newer.
        time.Advance(scenario.Chance(0.7) ? TimeSpan.FromMilliseconds(1) : TimeSpan.FromMilliseconds(1) + scenario.Span(LongestPause));
        if (LongestJump > TimeSpan.Zero && scenario.Chance(0.03))
        {
            var jump = scenario.Span(LongestJump * 2) - LongestJump;
            Remember($"the clock jumps by {jump}");
            time.Turn(jump);
        }

        if (scenario.Chance(0.03))
        {
            foreach (var side in sides)
            {
                await side.Upkeep();
            }
        }
    }

    private async Task CompareAsync(int number, StoreStep step)
    {
        var draw = random.Next();
        Remember($"{number} at {StoreText.Of(time.GetUtcNow())}: {step.Text}");
        List<string> answers = [];
        foreach (var side in sides)
        {
            answers.Add(await step.Run(side, side.Clients[draw % side.Clients.Count]));
        }

        if (answers.Distinct(StringComparer.Ordinal).Count() > 1)
        {
            throw new XunitException(string.Join(
                '\n',
                [$"Seed {seed}, step {number}: {step.Text}", .. sides.Zip(answers, (side, answer) => $"{side.Name}:\n{answer}"), "Before:", .. last]));
        }
    }

    private void Remember(string step)
    {
        last.Enqueue(step);
        if (last.Count > LastSteps)
        {
            last.Dequeue();
        }
    }
}
