using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Demo;
using SalesIntel.SampleHost;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Support;

/// <summary>The sample host in this process with the store in a file, and the simulator beside it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo data;
    private readonly WebApplication app;

    private RunningHost(DirectoryInfo data, SimulatorServer simulator, WebApplication app)
    {
        (this.data, this.app, Simulator) = (data, app, simulator);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        Sender = new DemoSender(Http, TimeProvider.System);
    }

    public SimulatorServer Simulator { get; }

    /// <summary>The folder of its store.</summary>
    public string Data => data.FullName;

    public HttpClient Http { get; }

    public DemoSender Sender { get; }

    public IEventStore Store => app.Services.GetRequiredService<IEventStore>();

    public static Task<RunningHost> StartAsync(params (string Name, string? Value)[] variables) => StartAsync(new SimulatorOptions(), variables);

    public static async Task<RunningHost> StartAsync(SimulatorOptions options, params (string Name, string? Value)[] variables)
    {
        var data = Directory.CreateTempSubdirectory("salesintel-test-");
        var simulator = await SimulatorServer.StartAsync(options);
        var all = DemoCommand.Variables(simulator.BaseUrl, data.FullName);
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        var app = SampleProgram.Create(all).Build("--urls", "http://127.0.0.1:0");
        await app.StartAsync();
        return new RunningHost(data, simulator, app);
    }

    /// <summary>Sends a fixture, signed.</summary>
    public Task<DemoAnswer> SendAsync(string source, string file) =>
        Sender.SendAsync(new DemoWebhook(file, source, file, "accepted"), CancellationToken.None);

    /// <summary>Sends a body, signed; the event's id.</summary>
    public Task<string> SendAsync(string source, JsonObject message) => SignedPost.SendAsync(Http, source, message);

    /// <summary>A fixture, to be changed.</summary>
    public static JsonObject Fixture(string source, string file) => JsonNode.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", source, file + ".json")))!.AsObject();

    /// <summary>Waits until an event is neither waiting nor running.</summary>
    public async Task<WebhookEvent> FinishedAsync(string eventId)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await DemoWorld.FinishedAsync(Store, eventId, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await Simulator.DisposeAsync();
        data.Delete(recursive: true);
    }
}
