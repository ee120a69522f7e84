using System.Collections.Concurrent;

namespace SalesIntel.Zoho.Crm;

/// <summary>Addresses that nobody in the database had when it was asked a moment ago: whoever is written under one of them is new, and gets with
/// the first write what only a new lead gets. Somebody may have typed the lead since; that takes longer than a look-up and a write.</summary>
internal sealed class UnknownAddresses(TimeProvider time)
{
    /// <summary>As long as a write may wait for its turn.</summary>
    internal static readonly TimeSpan Life = TimeSpan.FromSeconds(30);

    private const int Many = 1_000;

    private readonly ConcurrentDictionary<string, long> asked = new(StringComparer.Ordinal);

    /// <summary>How many are remembered.</summary>
    internal int Count => asked.Count;

    /// <summary>When the database is asked now; to be given to <see cref="Add"/>.</summary>
    public long Now => time.GetTimestamp();

    /// <summary>Nobody had the address when the database was asked.</summary>
    public void Add(string email, long when)
    {
        asked[email] = when;
        if (asked.Count > Many)
        {
            foreach (var (other, _) in asked.Where(one => time.GetElapsedTime(one.Value) > Life))
            {
                asked.TryRemove(other, out _);
            }
        }
    }

    /// <summary>Somebody has it.</summary>
    public void Remove(string email) => asked.TryRemove(email, out _);

    /// <summary>True when nobody had the address a moment ago; once, for the write makes it known.</summary>
    public bool Take(string email) => asked.TryRemove(email, out var when) && time.GetElapsedTime(when) <= Life;
}
