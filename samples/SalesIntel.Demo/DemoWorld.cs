using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Demo;

/// <summary>The service on a store in a new folder; the folder ends with it.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo data;
    private readonly WebApplication app;
    private readonly HttpClient http;
    private readonly RepeatingSender sender;

    private DemoWorld(DirectoryInfo data, WebApplication app)
    {
        (this.data, this.app) = (data, app);
        http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        sender = new RepeatingSender(new DemoSender(http, TimeProvider.System), TimeProvider.System, Patience);
    }

    /// <summary>Where the service listens.</summary>
    public Uri Url => http.BaseAddress!;

    /// <summary>Starts the service.</summary>
    /// <param name="addParts">Adds its parts.</param>
    /// <param name="simulator">Stands in for Zoho, Gemini and Slack.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<DemoWorld> StartAsync(
        Action<IServiceCollection, IConfiguration> addParts, SimulatorServer simulator, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("salesintel-demo-");
        WebApplication? app = null;
        try
        {
            var variables = DemoCommand.Variables(simulator.BaseUrl, data.FullName);
            variables["urls"] = "http://127.0.0.1:0";
            app = Build(addParts, variables);
            await app.StartAsync(cancellationToken);
            return new DemoWorld(data, app);
        }
        catch
        {
            await (app?.DisposeAsync() ?? ValueTask.CompletedTask);
            data.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>Sends messages one after the other, each when what the one before became is done.</summary>
    /// <param name="webhooks">The messages.</param>
    /// <param name="sent">Told what became of each.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<DemoOutcome>> PlayAsync(
        IEnumerable<DemoWebhook> webhooks, Action<DemoOutcome> sent, CancellationToken cancellationToken)
    {
        var store = app.Services.GetRequiredService<IEventStore>();
        List<DemoOutcome> outcomes = [];
        foreach (var webhook in webhooks)
        {
            var answer = await sender.SendAsync(webhook, cancellationToken);
            var stored = answer.Result == "accepted" ? await FinishedAsync(store, answer.EventId, cancellationToken) : null;
            outcomes.Add(new DemoOutcome(answer, stored));
            sent(outcomes[^1]);
        }

        return outcomes;
    }

    /// <summary>Waits until the service is told to stop.</summary>
    public Task WaitForEndAsync(CancellationToken cancellationToken) => app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        http.Dispose();
        data.Delete(recursive: true);
    }

    /// <summary>Waits until nothing more becomes of an event.</summary>
    public static async Task<WebhookEvent> FinishedAsync(IEventStore store, string eventId, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var stored = await store.GetAsync(eventId, cancellationToken)
                ?? throw new InvalidOperationException($"Event {eventId} was accepted and is not in the store.");
            if (stored.Status is not (EventStatus.Queued or EventStatus.Processing) || Stopwatch.GetElapsedTime(started) > Patience)
            {
                return stored;
            }

            await look.WaitForNextTickAsync(cancellationToken);
        }
    }

    // From these variables alone: nothing in the environment, .env or appsettings counts.
    private static WebApplication Build(Action<IServiceCollection, IConfiguration> addParts, IReadOnlyDictionary<string, string?> variables)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(variables);
        addParts(builder.Services, builder.Configuration);
        var app = builder.Build();
        app.MapSalesIntel();
        return app;
    }
}
