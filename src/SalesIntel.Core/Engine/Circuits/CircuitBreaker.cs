using System.Collections.Concurrent;
using SalesIntel.Alerts;
using SalesIntel.Failures;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Engine;

/// <summary>Lets calls to a provider through while it is up. An outage that one process meets pauses all of them, until a probe
/// succeeds.</summary>
internal sealed class CircuitBreaker(ICircuitStore circuits, IAlerts alerts, ProcessingOptions options, TimeProvider time)
{
    // A prober that dies leaves its permission behind for this long; two probes at once do no harm.
    private static readonly TimeSpan LongestProbe = TimeSpan.FromSeconds(10);

    // A quota of the day may be raised, a key exchanged: asking now and then costs one call.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);

    // An outage that another process has met is noticed so much later at most; a call made meanwhile meets it by itself. Asking the store
    // before each call was a quarter of a booking's questions to it.
    private static readonly TimeSpan TrustClosed = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<string, long> seenClosed = new(StringComparer.Ordinal);

    /// <summary>Runs a call, or throws <see cref="CircuitOpenException"/> instead of making it.</summary>
    public async Task<T> RunAsync<T>(string circuit, Func<Task<T>> call, CancellationToken cancellationToken)
    {
        var probing = await EnterAsync(circuit, cancellationToken).ConfigureAwait(false);
        T result;
        try
        {
            result = await call().ConfigureAwait(false);
        }
        catch (ProviderException failure) when (failure.IsOutage)
        {
            failure.MetClosedCircuit = !probing;
            await OpenAsync(circuit, failure, probing, cancellationToken).ConfigureAwait(false);
            throw;
        }
        catch (ProviderException failure) when (probing && !failure.IsTransient)
        {
            // It refused this one call, so it is there.
            await CloseAsync(circuit, cancellationToken).ConfigureAwait(false);
            throw;
        }

        if (probing)
        {
            await CloseAsync(circuit, cancellationToken).ConfigureAwait(false);
        }

        return result;
    }

    private async Task<bool> EnterAsync(string circuit, CancellationToken cancellationToken)
    {
        if (seenClosed.TryGetValue(circuit, out var seen) && time.GetElapsedTime(seen) < TrustClosed)
        {
            return false;
        }

        var asked = time.GetTimestamp();
        if (await circuits.GetAsync(circuit, cancellationToken).ConfigureAwait(false) is not { } open)
        {
            seenClosed[circuit] = asked;
            return false;
        }

        seenClosed.TryRemove(circuit, out _);

        var now = time.GetUtcNow();
        if (now < open.Until)
        {
            throw new CircuitOpenException(circuit, open.Until + Jitter());
        }

        return await circuits.TryProbeAsync(circuit, LongestProbe, cancellationToken).ConfigureAwait(false)
            ? true
            : throw new CircuitOpenException(circuit, now + (options.ProbeAfter / 4) + Jitter());
    }

    private async Task OpenAsync(string circuit, ProviderException failure, bool probing, CancellationToken cancellationToken)
    {
        seenClosed.TryRemove(circuit, out _);
        var pause = failure.RetryAfter is { } asked && asked > options.ProbeAfter ? asked : options.ProbeAfter;
        pause = pause < LongestPause ? pause : LongestPause;
        await circuits.OpenAsync(circuit, time.GetUtcNow() + pause, failure.Message, cancellationToken).ConfigureAwait(false);

        // A hiccup that the first probe ends is not worth anybody's attention; one that outlasts it is. Other calls that were in flight when
        // the circuit opened say nothing about how long it lasts.
        if (probing || !failure.IsTransient || pause > TimeSpan.FromMinutes(1))
        {
            await alerts.RaiseAsync(
                new Alert
                {
                    Fingerprint = $"outage:{circuit}",
                    Title = $"{Name(circuit)} ({failure.Provider}) is not taking calls: what needs it is paused",
                    Detail = failure.Message,
                    Action = failure.IsTransient
                        ? "Nothing is lost and no retries are used up. Work goes on by itself when it answers again."
                        : "Nothing is lost. Correct the configuration and restart; the paused events then go on.",
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task CloseAsync(string circuit, CancellationToken cancellationToken)
    {
        if (await circuits.CloseAsync(circuit, cancellationToken).ConfigureAwait(false) is { } was)
        {
            var length = time.GetUtcNow() - was.Since;
            await alerts.RaiseAsync(
                new Alert
                {
                    Fingerprint = $"outage:{circuit}",
                    Title = $"{Name(circuit)} is taking calls again",
                    Detail = $"It was away for {Counted.Of((long)Math.Ceiling(length.TotalSeconds), "second")}; what was paused goes on.",
                    IsAllClear = true,
                },
                cancellationToken).ConfigureAwait(false);
        }
    }

    private static string Name(string circuit) => circuit switch
    {
        Circuits.Crm => "The CRM",
        Circuits.Model => "The language model",
        _ => circuit,
    };

    private static TimeSpan Jitter() => TimeSpan.FromMilliseconds(Random.Shared.Next(50, 500));
}
