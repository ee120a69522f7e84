using System.Collections.Concurrent;
using SalesIntel.Zoho.Client;

namespace SalesIntel.Zoho.Tests.Batches;

/// <summary>A kind of call whose requests are names and whose results are the same in capitals; each call waits until it is let through.
/// </summary>
internal sealed class EchoKind : IBatchKind<string, string>
{
    private readonly ConcurrentQueue<IReadOnlyList<string>> _sent = new();
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly SemaphoreSlim _through = new(0);
    private readonly HashSet<string> _keys = [];
    private int _inFlight;

    public int MostRequests { get; init; } = 100;

    public int MostSize { get; init; } = int.MaxValue;

    public TimeSpan LongestHold { get; set; } = TimeSpan.FromMilliseconds(750);

    public bool IsRepeatable { get; init; } = true;

    /// <summary>What a call answers to; an exception refuses it as a whole.</summary>
    public Func<IReadOnlyList<string>, Exception?> Refusal { get; init; } = _ => null;

    public IReadOnlyList<IReadOnlyList<string>> Sent => [.. _sent];

    public int MostInFlight { get; private set; }

    /// <summary>Whether two requests of one key were ever in flight at a time.</summary>
    public bool HasMetKeyTwice { get; private set; }

    public List<ZohoPriority> Priorities { get; } = [];

    /// <summary>Waits until another call was made.</summary>
    public Task ArrivedAsync() => _arrived.WaitAsync(TimeSpan.FromSeconds(30));

    public void LetThrough(int calls = 1) => _through.Release(calls);

    public string GroupOf(string request) => request.Contains('@') ? request[(request.IndexOf('@') + 1)..] : "";

    // What stands before the dot.
    public string? KeyOf(string request) => request.Contains('.') ? request[..request.IndexOf('.')] : null;

    public int SizeOf(string request) => request.Length;

    public async Task<IReadOnlyList<string>> SendAsync(IReadOnlyList<string> requests, ZohoPriority priority, CancellationToken cancellationToken)
    {
        _sent.Enqueue(requests);
        lock (Priorities)
        {
            Priorities.Add(priority);
            MostInFlight = Math.Max(MostInFlight, ++_inFlight);
            HasMetKeyTwice |= requests.Select(KeyOf).OfType<string>().Any(key => !_keys.Add(key));
        }

        _arrived.Release();
        await _through.WaitAsync(cancellationToken);
        lock (Priorities)
        {
            _inFlight--;
            _keys.ExceptWith(requests.Select(KeyOf).OfType<string>());
        }

        return Refusal(requests) is { } refusal ? throw refusal : [.. requests.Select(request => request.ToUpperInvariant())];
    }
}
