using System.Collections.Concurrent;

namespace SalesIntel.Zoho.Client;

/// <summary>Counts refusals for a missing scope: only a new refresh token cures them, so that they are tried again less and less
/// often.</summary>
internal sealed class ScopeRefusals
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>How long to wait after another refusal of these scopes.</summary>
    public TimeSpan Next(string scopes)
    {
        var wait = First * Math.Pow(2, counts.AddOrUpdate(scopes, 0, (_, before) => Math.Min(before + 1, 20)));
        return wait < Longest ? wait : Longest;
    }

    /// <summary>A call with these scopes was carried out.</summary>
    public void Clear(string scopes)
    {
        if (!counts.IsEmpty)
        {
            counts.TryRemove(scopes, out _);
        }
    }
}
