using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Sets by name, of which each entry ends by itself.</summary>
internal sealed class ExpiringSets(StoreClock clock)
{
    private readonly Dictionary<string, Dictionary<string, DateTimeOffset>> sets = new(StringComparer.Ordinal);

    public IEnumerable<string> Get(string name)
    {
        var now = clock.Now;
        return sets.TryGetValue(name, out var entries) ? entries.Where(entry => entry.Value > now).Select(entry => entry.Key) : [];
    }

    /// <summary>Adds an entry, or prolongs the life of one that is there.</summary>
    public void Add(string name, string entry, TimeSpan life)
    {
        if (!sets.TryGetValue(name, out var entries))
        {
            sets[name] = entries = new(StringComparer.Ordinal);
        }

        entries[entry] = clock.Now + life;
    }

    public void Trim()
    {
        var now = clock.Now;
        foreach (var (name, entries) in sets.ToList())
        {
            foreach (var (entry, _) in entries.Where(entry => entry.Value <= now).ToList())
            {
                entries.Remove(entry);
            }

            if (entries.Count == 0)
            {
                sets.Remove(name);
            }
        }
    }
}
