using System.CommandLine;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SalesIntel.Hosting.Commands;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;
using SalesIntel.Zoho;
using Spectre.Console;

namespace SalesIntel.Demo;

/// <summary>The main job in one command: the service and stand-ins for Zoho, Gemini and Slack in this process, real webhooks, the
/// leads that they become.</summary>
public static class DemoCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Makes the command.</summary>
    /// <param name="addParts">Adds the parts of the service that is shown.</param>
    public static Command Create(Action<IServiceCollection, IConfiguration> addParts)
    {
        var once = new Option<bool>("--once") { Description = "End when everything was shown; 0 if it was as expected." };
        var demo = new ExampleCommand(
            "demo", "Show the main job: real webhooks become leads, on this machine alone.", "demo", "demo --once")
        {
            once,
        };
        demo.SetAction((parsed, cancellationToken) => RunAsync(addParts, parsed.GetValue(once), cancellationToken));
        return demo;
    }

    private static async Task<int> RunAsync(Action<IServiceCollection, IConfiguration> addParts, bool once, CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = 140;
        }

        var data = Directory.CreateTempSubdirectory("salesintel-demo-");
        try
        {
            await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions(), cancellationToken);
            var variables = Variables(simulator.BaseUrl, data.FullName);
            variables["urls"] = "http://127.0.0.1:0";
            await using var app = BuildService(addParts, variables);
            await app.StartAsync(cancellationToken);
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
            console.MarkupLineInterpolated($"Service on {http.BaseAddress}, stand-ins for Zoho, Gemini and Slack on {simulator.BaseUrl}");

            var (answers, events) = await PlayAsync(console, app, http, cancellationToken);
            DemoReport.Show(console, answers, events, simulator.State);
            var problems = DemoExpectations.Check(answers, events, simulator.State);
            foreach (var problem in problems)
            {
                console.MarkupLineInterpolated($"[red]Not as expected:[/] {problem}");
            }

            if (!once)
            {
                console.MarkupLineInterpolated($"Still up: {http.BaseAddress}healthz and {simulator.BaseUrl}_state. Ctrl+C ends it.");
                await app.WaitForShutdownAsync(cancellationToken);
            }

            await app.StopAsync(CancellationToken.None);
            return problems.Count == 0 ? 0 : 1;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    // From these variables alone: nothing in the environment, .env or appsettings counts.
    private static WebApplication BuildService(Action<IServiceCollection, IConfiguration> addParts, IReadOnlyDictionary<string, string?> variables)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(variables);
        addParts(builder.Services, builder.Configuration);
        var app = builder.Build();
        app.MapSalesIntel();
        return app;
    }

    private static async Task<(IReadOnlyList<DemoAnswer> Answers, IReadOnlyDictionary<string, WebhookEvent> Events)> PlayAsync(
        IAnsiConsole console, WebApplication app, HttpClient http, CancellationToken cancellationToken)
    {
        var sender = new DemoSender(http, TimeProvider.System);
        var store = app.Services.GetRequiredService<IEventStore>();
        List<DemoAnswer> answers = [];
        var events = new Dictionary<string, WebhookEvent>(StringComparer.Ordinal);
        foreach (var webhook in DemoWebhook.All)
        {
            var answer = await sender.SendAsync(webhook, cancellationToken);
            answers.Add(answer);
            console.MarkupLineInterpolated($"  {webhook.Title,-45} {answer.Result}");
            if (answer.Result == "accepted")
            {
                events[answer.EventId] = await FinishedAsync(store, answer.EventId, cancellationToken);
            }
        }

        return (answers, events);
    }

    internal static async Task<WebhookEvent> FinishedAsync(IEventStore store, string eventId, CancellationToken cancellationToken)
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

    internal static Dictionary<string, string?> Variables(Uri simulator, string data)
    {
        var variables = new Dictionary<string, string?>
        {
            ["REDIS_URL"] = "",
            ["DATA_DIR"] = data,
            ["SALESINTEL_ROLE"] = "all",
            ["DRY_RUN"] = "false",
            ["LOG_LEVEL"] = "ERROR",
            ["CALENDLY_SIGNING_KEY"] = DemoSignature.CalendlyKey,
            ["CALENDLY_EVENT_TYPE_URI"] = "",
            ["READAI_SIGNING_KEY"] = DemoSignature.ReadAiKey,
            ["GEMINI_API_KEY"] = "demo",
            ["GEMINI_BASE_URL"] = simulator.ToString(),
            ["ZOHO_DC"] = "us",
            ["ZOHO_CLIENT_ID"] = "demo",
            ["ZOHO_CLIENT_SECRET"] = "demo",
            ["ZOHO_REFRESH_TOKEN"] = "demo",
            ["ZOHO_ACCOUNTS_URL"] = simulator.ToString(),
            ["ZOHO_API_URL"] = simulator.ToString(),
            ["SLACK_WEBHOOK_URL"] = new Uri(simulator, "slack/alerts").ToString(),
        };
        foreach (var apiName in SimulatorServer.CustomFields)
        {
            variables[ZohoFieldNames.VariablePrefix + apiName.ToUpperInvariant()] = apiName;
        }

        return variables;
    }
}
