using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Queueing.HandOvers;

/// <summary>Sends events from stage to stage through the pump and a real store. An event is due for its next stage as soon as the run
/// before has committed, which is before that run ends. Leases are so long that an event which loses its own does not go on in time.</summary>
internal sealed class HandOverRun(HandOverPlan plan)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, int> steps = new();
    private readonly ConcurrentDictionary<string, string> running = new();
    private readonly ConcurrentDictionary<string, long> committed = new();
    private readonly ConcurrentQueue<string> faults = new();
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int handOvers;
    private int ended;
    private long longestWait;

    /// <summary>Runs all of it.</summary>
    public async Task<HandOverResult> RunAsync(Action<ISalesIntelBuilder> addStore, int workers)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WORKERS"] = $"{workers}", ["LEASE_SECONDS"] = "600", ["SHUTDOWN_SECONDS"] = "5",
        });
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new FaultLog(faults));
        builder.Services.AddScoped<EventWork>(services =>
            (lease, _) => StepAsync(services.GetRequiredService<IWorkQueue>(), lease));
        addStore(builder.Services.AddSalesIntel(builder.Configuration).AddCoravelProcessing());
        using var host = builder.Build();
        var store = host.Services.GetRequiredService<IEventStore>();
        for (var number = 0; number < plan.Events; number++)
        {
            await store.AcceptAsync(HandOverPlan.Event(number), CancellationToken.None);
        }

        var begun = Stopwatch.GetTimestamp();
        await host.StartAsync();
        await WaitAsync();
        var took = Stopwatch.GetElapsedTime(begun);
        await host.StopAsync();
        if (faults.IsEmpty && (await store.GetStatusAsync(CancellationToken.None)).LanesWaiting is > 0 and var left)
        {
            faults.Enqueue($"{left} lanes are left.");
        }

        return new HandOverResult(handOvers, took, TimeSpan.FromSeconds((double)longestWait / Stopwatch.Frequency), faults);
    }

    // As long as something goes on.
    private async Task WaitAsync()
    {
        for (var before = -1; !done.Task.IsCompleted && faults.IsEmpty; before = Volatile.Read(ref handOvers))
        {
            if (Volatile.Read(ref handOvers) == before)
            {
                faults.Enqueue($"Nothing was handed over for {Patience.TotalSeconds} s, after {before}.");
            }

            await Task.WhenAny(done.Task, Task.Delay(Patience));
        }
    }

    private async Task StepAsync(IWorkQueue queue, EventLease lease)
    {
        var (id, number) = (lease.Event.EventId, int.Parse(lease.Event.ExternalId));
        if (committed.TryRemove(id, out var since))
        {
            KeepLongest(Stopwatch.GetTimestamp() - since);
        }

        var step = steps.AddOrUpdate(id, 0, (_, last) => last + 1);
        if (lease.Event.Stage != HandOverPlan.StageAt(step) || lease.Lane != HandOverPlan.LaneAt(number, step))
        {
            faults.Enqueue($"Event {number} is at {lease.Event.Stage} in {lease.Lane} at step {step}.");
        }

        if (!running.TryAdd(lease.Lane.Value, id))
        {
            faults.Enqueue($"Lane {lease.Lane} is run twice at a time.");
        }

        // Before the commit: the next stage may begin with it.
        var isLast = step == plan.HandOversOfEach;
        running.TryRemove(lease.Lane.Value, out _);
        committed[id] = Stopwatch.GetTimestamp();
        NextStep next = isLast
            ? new NextStep.Finish(EventStatus.Processed, DryRun: true)
            : new NextStep.MoveTo(HandOverPlan.LaneAt(number, step + 1), HandOverPlan.StageAt(step + 1), HandOverPlan.Lead(number));
        if (!await queue.CommitAsync(lease, new EventCommit { Next = next }, CancellationToken.None))
        {
            faults.Enqueue($"Event {number} lost its lease at step {step}.");
        }

        if (!isLast)
        {
            Interlocked.Increment(ref handOvers);
        }
        else if (Interlocked.Increment(ref ended) == plan.Events)
        {
            done.TrySetResult();
        }
    }

    private void KeepLongest(long wait)
    {
        for (var known = Volatile.Read(ref longestWait); wait > known; known = Volatile.Read(ref longestWait))
        {
            Interlocked.CompareExchange(ref longestWait, wait, known);
        }
    }

    private sealed class FaultLog(ConcurrentQueue<string> faults) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                faults.Enqueue($"{eventId.Name}: {formatter(state, exception)} {exception}");
            }
        }

        public void Dispose()
        {
        }
    }
}
