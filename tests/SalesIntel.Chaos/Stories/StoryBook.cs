namespace SalesIntel.Chaos.Stories;

/// <summary>The stories of a run, and the stream in which their webhooks come. The same seed gives the same book.</summary>
internal sealed class StoryBook
{
    // How far from its place a webhook may come: some come before those that they follow from, some long after.
    private const int Displacement = 120;

    private StoryBook(IReadOnlyList<LeadStory> stories, IReadOnlyList<Webhook> stream) => (Stories, Stream) = (stories, stream);

    public IReadOnlyList<LeadStory> Stories { get; }

    /// <summary>All webhooks out of order, about one in seven twice.</summary>
    public IReadOnlyList<Webhook> Stream { get; }

    public static StoryBook Write(int seed, int events)
    {
        var random = new Random(seed);
        List<LeadStory> stories = [];
        for (var written = 0; written < events; written += stories[^1].Webhooks.Count)
        {
            stories.Add(new StoryLines($"s{seed}n{stories.Count}", random).Next());
        }

        var ordered = stories.SelectMany(story => story.Webhooks).ToList();
        var stream = ordered
            .SelectMany((webhook, place) => random.Next(7) == 0 ? new[] { (webhook, place), (webhook, place) } : [(webhook, place)])
            .Select(item => (item.webhook, At: item.place + random.Next(-Displacement, Displacement)))
            .OrderBy(item => item.At)
            .Select(item => item.webhook);
        return new StoryBook(stories, [.. stream]);
    }
}
