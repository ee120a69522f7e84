using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Leads;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>The pump in a host of its own, over a switchable store, with a scripted processor.</summary>
internal sealed class PumpHost : IAsyncDisposable
{
    private readonly IHost host;
    private int numbers;

    private PumpHost(IHost host, SwitchableStore store, LogLines log)
    {
        this.host = host;
        Store = store;
        Log = log;
    }

    public SwitchableStore Store { get; }

    public LogLines Log { get; }

    /// <summary>Called each time that an event was handed over to Coravel and has not begun yet, on the pump's thread.</summary>
    public Action? HandingOver { get; set; }

    public IServiceProvider Services => host.Services;

    public PumpHealth Health => Services.GetRequiredService<PumpHealth>();

    public static async Task<PumpHost> StartAsync(
        Func<SwitchableStore, EventLease, CancellationToken, Task> script,
        Action<IServiceCollection>? change = null,
        params (string Name, string Value)[] values)
    {
        var store = new SwitchableStore(TimeProvider.System);
        var log = new LogLines();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Configuration.AddInMemoryCollection(values.ToDictionary(value => value.Name, value => (string?)value.Value));
        builder.Services.AddSingleton<IEventStore>(store).AddSingleton<IWorkQueue>(store).AddSingleton<ICircuitStore>(store.Inner);
        PumpHost? started = null;
        builder.Services.AddScoped<EventWork>(_ =>
        {
            started?.HandingOver?.Invoke();
            return (lease, stop) => script(store, lease, stop);
        });
        builder.Services.AddSalesIntel(builder.Configuration).AddCoravelProcessing();
        change?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync();
        return started = new PumpHost(host, store, log);
    }

    /// <summary>Ends an event as processed.</summary>
    public static Task FinishAsync(SwitchableStore store, EventLease lease) => store.Inner.CommitAsync(
        lease, new EventCommit { Next = new NextStep.Finish(EventStatus.Processed, DryRun: true) }, CancellationToken.None);

    /// <summary>Gives a lease back.</summary>
    public static Task ReleaseAsync(SwitchableStore store, EventLease lease) => store.Inner.CommitAsync(
        lease, new EventCommit { Next = new NextStep.Release() }, CancellationToken.None);

    /// <summary>Makes an event due for another stage, in a lane of that stage and event.</summary>
    public static Task MoveAsync(SwitchableStore store, EventLease lease, Stage stage)
    {
        var lead = LeadKey.FromEmail($"{lease.Event.ExternalId}@ostrich-and-oak.example");
        return store.Inner.CommitAsync(
            lease,
            new EventCommit { Next = new NextStep.MoveTo(new Lane($"{stage}:{lead.Value}"), stage, lead) },
            CancellationToken.None);
    }

    /// <summary>Stores an event in a lane of its own; answers its id.</summary>
    public async Task<string> AcceptAsync()
    {
        var number = Interlocked.Increment(ref numbers);
        var receipt = await Store.Inner.AcceptAsync(
            new NewEvent
            {
                Source = "readai",
                EventType = "meeting_end",
                ExternalId = $"s{number}",
                IdempotencyKey = $"readai:meeting_completed:s{number}",
                Revision = "1",
                Payload = "{}"u8.ToArray(),
                Lane = Lane.Meeting($"s{number}"),
                Stage = Stage.Route,
            },
            CancellationToken.None);
        return receipt.EventId;
    }

    public async Task<EventStatus> StatusAsync(string id) => (await Store.Inner.GetAsync(id, CancellationToken.None))!.Status;

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
