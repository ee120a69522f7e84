using CsCheck;
using SalesIntel.Core.Tests.Fakes;
using SalesIntel.Crm;

namespace SalesIntel.Core.Tests.Engine;

/// <summary>Any order, any repetition, any interleaving of the same events: the same CRM.</summary>
public sealed class ConvergenceTests
{
    private const string Ada = "ada@quill.example";

    private static readonly string[] Story =
    [
        Bodies.Created("A", Ada, bookedMinute: 0, startHour: 48),
        Bodies.Canceled("A", Ada, 0, 48, canceledMinute: 60, replacedBy: "B"),
        Bodies.Created("B", Ada, bookedMinute: 60, startHour: 72, old: "A", pain: "Costly reprints"),
        Bodies.Canceled("B", Ada, 60, 72, canceledMinute: 120, replacedBy: "C"),
        Bodies.Created("C", Ada, bookedMinute: 120, startHour: 96, old: "B", pain: ""),
        Bodies.NoShow("C", Ada, 120, 96, markedMinute: 97 * 60),
        Bodies.NoShowRemoved("C", Ada, 120, 96, removedMinute: (97 * 60) + 5),
        Bodies.Meeting("M1", Ada, startMinute: 96 * 60),
        Bodies.Created("D", Ada, bookedMinute: 100 * 60, startHour: 120),
        Bodies.Canceled("D", Ada, 100 * 60, 120, canceledMinute: 101 * 60),
    ];

    [Fact]
    public async Task Any_order_and_repetition_of_a_whole_story_gives_the_same_crm()
    {
        var expected = await RunAsync(Story);
        Assert.Contains("lead_status = DemoCanceled", expected, StringComparison.Ordinal);

        await Gen.Shuffle(Enumerable.Range(0, Story.Length).Concat(Enumerable.Range(0, Story.Length)).ToArray())
            .SampleAsync(async order => Assert.Equal(expected, await RunAsync([.. order.Select(index => Story[index])])), iter: 400);
    }

    [Fact]
    public async Task Any_set_of_bookings_cancellations_no_shows_and_meetings_converges() =>
        await (from seed in Gen.UInt
               from interleave in Gen.Int[0, 3].Array[24]
               select (seed, interleave)).SampleAsync(
            async input =>
            {
                var events = Stories.Random(input.seed);
                var random = new Random((int)input.seed);
                var shuffled = events.Concat(events.Take(3)).ToArray();
                random.Shuffle(shuffled);
                Assert.Equal(await RunAsync(events), await RunAsync(shuffled, input.interleave));
            },
            iter: 900);

    [Fact]
    public async Task Every_kind_of_story_converges_and_ends_in_the_crm_as_it_must() =>
        await Gen.Select(StoryKinds.Any, Gen.UInt, Gen.Int[0, 3].Array[24]).SampleAsync(
            async (story, seed, interleave) =>
            {
                var shuffled = story.Messages.Concat(story.Messages.Take((int)(seed % 4))).ToArray();
                new Random((int)seed).Shuffle(shuffled);
                var crm = await RunAsync(shuffled, interleave);
                Assert.Contains($"lead_status = {story.Status}\n", crm, StringComparison.Ordinal);
                Assert.Contains($"/invitees/{story.Current}\n", crm, StringComparison.Ordinal);
                Assert.Equal(await RunAsync(story.Messages), crm);
            },
            iter: 300,
            print: test => test.Item1.ToString());

    // Without tasks: one is made once, from the message that came first, and is a person's from then on.
    [Fact]
    public async Task Messages_that_leave_parts_out_converge() =>
        await Gen.Select(StoryKinds.Any, Gen.UInt, Gen.Int[0, 63].Array[24], Gen.Int[0, 3].Array[24]).SampleAsync(
            async (story, seed, parts, interleave) =>
            {
                string[] partial = [.. story.Messages.Select((body, index) => Bodies.Without(body, parts[index % parts.Length]))];
                var shuffled = partial.ToArray();
                new Random((int)seed).Shuffle(shuffled);
                Assert.Equal(await RunAsync(partial, tasks: false), await RunAsync(shuffled, interleave, tasks: false));
            },
            iter: 300,
            print: test => $"{test.Item1} {string.Join(' ', test.Item3)}");

    // Between two messages zero to three stages of what is due are run: messages come while others are half done.
    private static async Task<string> RunAsync(IReadOnlyList<string> bodies, IReadOnlyList<int>? steps = null, bool tasks = true)
    {
        var pipeline = new Pipeline(options => options.CreateFollowUpTask = tasks);
        for (var index = 0; index < bodies.Count; index++)
        {
            await pipeline.PostAsync(bodies[index]);
            for (var step = 0; step < (steps?[index % steps.Count] ?? 9); step++)
            {
                await pipeline.StepAsync();
            }
        }

        await pipeline.DrainAsync();
        Assert.Empty(pipeline.Alerts.Raised);
        return pipeline.Crm.Snapshot();
    }
}
