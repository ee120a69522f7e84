using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

internal sealed class ExpiringMap<T>(StoreClock clock)
    where T : class
{
    private readonly Dictionary<string, (T Value, DateTimeOffset Ends)> entries = new(StringComparer.Ordinal);

    public T? Get(string key) =>
        entries.TryGetValue(key, out var entry) && entry.Ends > clock.Now ? entry.Value : null;

    public void Set(string key, T value, TimeSpan life) => entries[key] = (value, clock.Now + life);

    /// <summary>Changes a value that is there; its end stays.</summary>
    public void Replace(string key, T value) => entries[key] = entries[key] with { Value = value };

    public bool TryAdd(string key, T value, TimeSpan life)
    {
        if (Get(key) is not null)
        {
            return false;
        }

        Set(key, value, life);
        return true;
    }

    public void Remove(string key) => entries.Remove(key);

    public void Trim()
    {
        var now = clock.Now;
        foreach (var (key, _) in entries.Where(entry => entry.Value.Ends <= now).ToList())
        {
            entries.Remove(key);
        }
    }
}
