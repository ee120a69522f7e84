namespace SalesIntel.Chaos.Kills;

/// <summary>When something was cut off: a process killed, or its store taken away. Safe from several threads.</summary>
internal sealed class CutBook
{
    private readonly Lock gate = new();
    private readonly List<(DateTimeOffset From, DateTimeOffset Until)> cuts = [];

    /// <summary>Carries it out and notes the time from before it until it was over.</summary>
    public async Task NoteAsync(Func<Task> cut)
    {
        var from = TimeProvider.System.GetUtcNow();
        await cut();
        lock (gate)
        {
            cuts.Add((from, TimeProvider.System.GetUtcNow()));
        }
    }

    /// <summary>The first cut that touches a span of time; null when there was none.</summary>
    public int? FirstIn(DateTimeOffset from, DateTimeOffset until)
    {
        lock (gate)
        {
            return cuts.Index()
                .Where(cut => cut.Item.Until >= from && cut.Item.From <= until)
                .OrderBy(cut => cut.Item.From)
                .Select(cut => (int?)cut.Index)
                .FirstOrDefault();
        }
    }
}
