using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Benchmarks.Throughput;

/// <summary>How many events a store accepts, and how many of them the pump takes and finishes whose work is nothing: by the clock and for
/// each second of processor time of this process. Each event has a lead, and so a lane, of its own.</summary>
internal sealed class ThroughputCommand(MeasuredStore store, int events, int workers, int inFlight, TextWriter output)
{
    private static readonly EventCommit Finished = new() { Next = new NextStep.Finish(EventStatus.Processed, DryRun: false) };

    private readonly byte[] body = Fixtures.Body("calendly", "invitee_created_full");
    private int count;

    /// <summary>Measures after a tenth of it has warmed up what is measured.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var warmUp = Math.Max(500, events / 10);
        await AcceptAsync(warmUp, isShown: false, cancellationToken);
        await FinishAsync(warmUp, isShown: false, cancellationToken);
        output.WriteLine(Line("", "events/s", "a second of processor", "µs of processor", "µs of server"));
        await AcceptAsync(events, isShown: true, cancellationToken);
        await FinishAsync(events, isShown: true, cancellationToken);
    }

    private async Task AcceptAsync(int number, bool isShown, CancellationToken cancellationToken)
    {
        using var host = Build(_ => { });
        var accepting = host.Services.GetRequiredService<IEventStore>();
        await accepting.GetStatusAsync(cancellationToken);
        await MeasureAsync($"accept, {inFlight} in flight", number, isShown, async () =>
        {
            var next = 0;
            await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(
                async () =>
                {
                    while (Interlocked.Increment(ref next) <= number)
                    {
                        await accepting.AcceptAsync(Event(), cancellationToken);
                    }
                },
                cancellationToken)));
        });
    }

    private async Task FinishAsync(int number, bool isShown, CancellationToken cancellationToken)
    {
        var left = number;
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var host = Build(salesIntel =>
        {
            salesIntel.Services.AddScoped<EventWork>(services => async (lease, _) =>
            {
                if (!await services.GetRequiredService<IWorkQueue>().CommitAsync(lease, Finished, CancellationToken.None))
                {
                    throw new InvalidOperationException("A lease was lost.");
                }

                if (Interlocked.Decrement(ref left) == 0)
                {
                    done.TrySetResult();
                }
            });
            salesIntel.AddCoravelProcessing();
        });
        await host.Services.GetRequiredService<IEventStore>().GetStatusAsync(cancellationToken);
        await MeasureAsync($"take and finish, {workers} workers", number, isShown, async () =>
        {
            await host.StartAsync(cancellationToken);
            await done.Task.WaitAsync(cancellationToken);
        });
        await host.StopAsync(cancellationToken);
    }

    private async Task MeasureAsync(string what, int number, bool isShown, Func<Task> work)
    {
        var (server, own, begun) = (await store.ServerTimeAsync(), Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await work();
        var took = Stopwatch.GetElapsedTime(begun);
        var (ownTime, serverTime) = (Environment.CpuUsage.TotalTime - own, await store.ServerTimeAsync() - server);
        if (isShown)
        {
            output.WriteLine(Line(
                $"{store.Name}: {what}", $"{number / took.TotalSeconds:0}", $"{number / ownTime.TotalSeconds:0}",
                $"{ownTime.TotalMicroseconds / number:0}", $"{serverTime.TotalMicroseconds / number:0}"));
        }
    }

    private IHost Build(Action<ISalesIntelBuilder> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WORKERS"] = workers.ToString(CultureInfo.InvariantCulture),
        });
        var salesIntel = builder.Services.AddSalesIntel(builder.Configuration);
        store.AddTo(salesIntel);
        configure(salesIntel);
        return builder.Build();
    }

    private NewEvent Event()
    {
        var id = Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
        var lead = LeadKey.FromEmail($"invitee{id}@company.example");
        return new NewEvent
        {
            Source = "calendly",
            EventType = "invitee.created",
            ExternalId = id,
            IdempotencyKey = $"calendly:invitee.created:{id}",
            Revision = "1",
            Payload = body,
            Lead = lead,
            Lane = Lane.Lead(lead),
        };
    }

    private static string Line(string what, string first, string second, string third, string fourth) =>
        $"{what,-40} {first,10} {second,24} {third,18} {fourth,14}";
}
