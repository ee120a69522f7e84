using System.Net;
using System.Text.Json;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesIntel.Doctor;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Hosting.Redis;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>Endpoints, pump and a real Redis, with a scripted processor; as many as wanted on the same server.</summary>
internal sealed class RedisHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private RedisHost(WebApplication app, LogLines log)
    {
        this.app = app;
        Log = log;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public LogLines Log { get; }

    public HttpClient Client { get; }

    /// <summary>What the doctor says about the store.</summary>
    public async Task<IReadOnlyList<DoctorFinding>> StoreDoctorAsync() => (await app.Services.GetServices<DoctorCheck>()
        .Single(check => check.Area == "store").ExamineAsync(CancellationToken.None)).Findings;

    public RedisStore Store => app.Services.GetRequiredService<RedisStore>();

    public static Task<RedisHost> StartAsync(
        string url,
        Func<RedisStore, EventLease, CancellationToken, Task>? script = null,
        TimeProvider? time = null,
        params (string Name, string Value)[] values) => StartAsync(url, null, script, time, values);

    /// <summary>Starts one with options that no variable has.</summary>
    public static Task<RedisHost> StartWithAsync(string url, Action<RedisStoreOptions> configure) => StartAsync(url, configure, null, null);

    private static async Task<RedisHost> StartAsync(
        string url,
        Action<RedisStoreOptions>? configure,
        Func<RedisStore, EventLease, CancellationToken, Task>? script,
        TimeProvider? time,
        params (string Name, string Value)[] values)
    {
        var log = new LogLines();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.SetMinimumLevel(LogLevel.Debug).AddProvider(log);
        builder.Configuration.AddInMemoryCollection(values.ToDictionary(value => value.Name, value => (string?)value.Value));
        builder.Configuration["REDIS_URL"] = url;
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostingOptions>(options => options.StorePatience = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddScoped<EventWork>(services =>
            (lease, stop) => (script ?? FinishAsync)(services.GetRequiredService<RedisStore>(), lease, stop));
        builder.Services.AddSalesIntel(builder.Configuration).AddRedisStore(configure).AddCoravelProcessing();
        var app = builder.Build();
        app.UseRouting();
        app.MapSalesIntel();
        await app.StartAsync();
        return new RedisHost(app, log);
    }

    /// <summary>Ends an event as processed.</summary>
    public static Task FinishAsync(RedisStore store, EventLease lease, CancellationToken stop) => store.CommitAsync(
        lease, new EventCommit { Next = new NextStep.Finish(EventStatus.Processed, DryRun: true) }, CancellationToken.None);

    /// <summary>Sends a booking of a lead; its event's id, or the refusal.</summary>
    public async Task<(string? EventId, HttpStatusCode Status, string? RetryAfter)> BookAsync(string lead, int number)
    {
        var body = $$"""
            {
              "event": "invitee.created",
              "payload": {
                "uri": "https://api.calendly.com/scheduled_events/E{{number}}/invitees/{{lead}}-{{number}}",
                "email": "{{lead}}@ostrich-and-oak.example",
                "name": "Sunniva",
                "scheduled_event": { "location": { "type": "zoom" } }
              }
            }
            """;
        using var answer = await Client.PostAsync("/webhooks/calendly", Bodies.Plain(Encoding.UTF8.GetBytes(body)));
        var text = await answer.Content.ReadAsStringAsync();
        var id = answer.IsSuccessStatusCode ? JsonDocument.Parse(text).RootElement.GetProperty("event_id").GetString() : null;
        return (id, answer.StatusCode, answer.Headers.RetryAfter?.ToString());
    }

    public Task StopAsync() => app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
