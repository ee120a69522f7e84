using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>The endpoints on a real Kestrel at a free port, over a switchable store.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestHost(WebApplication app, SwitchableStore store, LogLines log)
    {
        this.app = app;
        Store = store;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public SwitchableStore Store { get; }

    public LogLines Log { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => app.Services;

    /// <summary>Starts a host with a store in a state.</summary>
    public static Task<TestHost> StartAsync(Action<SwitchableStore> prepare) =>
        StartAsync(app =>
        {
            prepare((SwitchableStore)app.Services.GetRequiredService<IEventStore>());
            app.MapSalesIntel();
        });

    public static Task<TestHost> StartAsync(
        TimeProvider? time = null, Action<ISalesIntelBuilder>? add = null, params (string Name, string Value)[] values) =>
        StartAsync(app => app.MapSalesIntel(), time, add, values);

    /// <summary>Starts a host that maps what the test says.</summary>
    public static async Task<TestHost> StartAsync(
        Action<WebApplication> map,
        TimeProvider? time = null,
        Action<ISalesIntelBuilder>? add = null,
        params (string Name, string Value)[] values)
    {
        var store = new SwitchableStore(time ?? TimeProvider.System);
        var log = new LogLines();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Configuration.AddInMemoryCollection(values.ToDictionary(value => value.Name, value => (string?)value.Value));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSingleton<IEventStore>(store).AddSingleton<IWorkQueue>(store).AddSingleton<ICircuitStore>(store.Inner);
        var salesIntel = builder.Services.AddSalesIntel(builder.Configuration);
        add?.Invoke(salesIntel);
        var app = builder.Build();
        app.UseRouting();
        map(app);
        await app.StartAsync();
        return new TestHost(app, store, log);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
