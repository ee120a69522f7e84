namespace SalesIntel.Storage;

internal sealed class ExpiringMap<T>(TimeProvider time)
    where T : class
{
    private readonly Dictionary<string, (T Value, DateTimeOffset Ends)> entries = new(StringComparer.Ordinal);

    public T? Get(string key) =>
        entries.TryGetValue(key, out var entry) && entry.Ends > time.GetUtcNow() ? entry.Value : null;

    public void Set(string key, T value, TimeSpan life) => entries[key] = (value, time.GetUtcNow() + life);

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
        var now = time.GetUtcNow();
        foreach (var (key, _) in entries.Where(entry => entry.Value.Ends <= now).ToList())
        {
            entries.Remove(key);
        }
    }
}
