using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Commands;
using SalesIntel.Simulator;
using SalesIntel.Zoho;
using Spectre.Console;

namespace SalesIntel.Demo;

/// <summary>The main job in one command: the service and stand-ins for Zoho, Gemini and Slack in this process, real webhooks, the
/// leads that they become.</summary>
public static class DemoCommand
{
    // So wide that nothing but a value of a lead is cut into lines.
    private const int Width = 120;

    /// <summary>Makes the command.</summary>
    /// <param name="addParts">Adds the parts of the service that is shown.</param>
    public static Command Create(Action<IServiceCollection, IConfiguration> addParts)
    {
        var once = new Option<bool>("--once") { Description = "End when everything was shown; 0 if it was as expected." };
        var json = new Option<bool>("--json") { Description = "Print one JSON document; what is being done goes to the error output." };
        var demo = new ExampleCommand(
            "demo", "Show the main job: real webhooks become leads, on this machine alone.", "demo", "demo --once", "demo --once --json")
        {
            once, json,
        };
        demo.SetAction((parsed, cancellationToken) =>
            RunAsync(addParts, parsed.GetValue(once), parsed.GetValue(json), parsed.InvocationConfiguration, cancellationToken));
        return demo;
    }

    private static async Task<int> RunAsync(
        Action<IServiceCollection, IConfiguration> addParts,
        bool once,
        bool asJson,
        InvocationConfiguration io,
        CancellationToken cancellationToken)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(asJson ? io.Error : io.Output) });
        if (asJson ? Console.IsErrorRedirected : Console.IsOutputRedirected)
        {
            console.Profile.Width = Width;
        }

        var report = new DemoReport(console);
        report.Line($"The demo brings all that it needs, in this process, and leaves nothing behind.");
        await report.StepAsync("Warming up with messages that are not shown ...", () => WarmUpAsync(addParts, cancellationToken));
        await using var simulator = await report.StepAsync(
            "Starting stand-ins for Zoho, Gemini and Slack ...",
            () => SimulatorServer.StartAsync(new SimulatorOptions(), cancellationToken));
        await using var world = await report.StepAsync(
            "Starting the service, with its store in a new folder ...", () => DemoWorld.StartAsync(addParts, simulator, cancellationToken));
        report.Line($"Sending webhooks to {world.Url}, signed as Calendly and Read.ai sign them:");
        var outcomes = await world.PlayAsync(DemoWebhook.All, report.Sent, cancellationToken);
        var problems = DemoExpectations.Check(outcomes, simulator.State);
        var proof = problems.Count == 0 ? DemoProof.Of(outcomes, simulator.State) : null;
        if (asJson)
        {
            DemoDocument document = new([.. outcomes.Select(DemoWebhookView.Of)], DemoLeadView.All(simulator.State), problems, proof);
            await io.Output.WriteLineAsync(document.ToJson());
        }
        else
        {
            report.Leads(simulator.State);
        }

        foreach (var problem in problems)
        {
            report.Problem(problem);
        }

        if (!once)
        {
            report.Line($"Still up: {world.Url}healthz and {simulator.BaseUrl}_state. Ctrl+C ends it.");
        }

        if (proof is not null)
        {
            report.Line($"{proof.Write()}");
        }

        if (!once)
        {
            await world.WaitForEndAsync(cancellationToken);
        }

        return problems.Count == 0 ? 0 : 1;
    }

    // In a world of its own, so that nothing of it is in the one that is shown: a service that has run for a while is what a demo is about.
    private static async Task<int> WarmUpAsync(Action<IServiceCollection, IConfiguration> addParts, CancellationToken cancellationToken)
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions(), cancellationToken);
        await using var world = await DemoWorld.StartAsync(addParts, simulator, cancellationToken);
        return (await world.PlayAsync(DemoWebhook.All, _ => { }, cancellationToken)).Count;
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
