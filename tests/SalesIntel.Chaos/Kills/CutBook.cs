using SalesIntel.Chaos.Machines;

namespace SalesIntel.Chaos.Kills;

/// <summary>What was cut off in a run, and when. Safe from several threads.</summary>
internal sealed class CutBook
{
    private readonly Lock gate = new();
    private readonly List<Cut> cuts = [];

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>Kills processes.</summary>
    public async Task KillAsync(IEnumerable<HostProcess> processes)
    {
        var begun = Now;
        var killed = await Task.WhenAll(processes.Select(process => process.KillAsync()));
        Add(new Cut(begun, killed.Max(), Now));
    }

    /// <summary>Takes the store away for a while.</summary>
    public async Task WithoutStoreAsync(Func<Task> outage)
    {
        var begun = Now;
        await outage();
        Add(new Cut(begun, null, Now));
    }

    /// <summary>The first cut that touches a span of time; null when there was none.</summary>
    public Cut? FirstIn(DateTimeOffset from, DateTimeOffset until)
    {
        lock (gate)
        {
            return cuts.Where(cut => cut.Over >= from && cut.Begun <= until).MinBy(cut => cut.Begun);
        }
    }

    private void Add(Cut cut)
    {
        lock (gate)
        {
            cuts.Add(cut);
        }
    }
}
