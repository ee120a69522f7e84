using System.Text.Json.Nodes;
using System.Text.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.SampleHost.Demo;
using SalesIntel.SampleHost;
using SalesIntel.Simulator;
using SalesIntel.Storage.Contract;

namespace SalesIntel.EndToEnd.Tests.Support;

/// <summary>The sample host in this process with the embedded store, and the simulator beside it.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo data;
    private readonly ServiceHost host;

    private RunningHost(DirectoryInfo data, SimulatorServer simulator, ServiceHost host)
    {
        (this.data, this.host, Simulator) = (data, host, simulator);
        Http = new HttpClient { BaseAddress = new Uri(host.App.Urls.First()) };
        Sender = new DemoSender(Http, TimeProvider.System);
    }

    public SimulatorServer Simulator { get; }

    public HttpClient Http { get; }

    public DemoSender Sender { get; }

    public IEventStore Store => host.App.Services.GetRequiredService<IEventStore>();

    public static async Task<RunningHost> StartAsync(params (string Name, string? Value)[] variables)
    {
        var data = Directory.CreateTempSubdirectory("salesintel-test-");
        var simulator = await SimulatorServer.StartAsync(new SimulatorOptions());
        var all = DemoCommand.Variables(simulator.BaseUrl, data.FullName);
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        var host = await ServiceHost.BuildAsync(["--urls", "http://127.0.0.1:0"], all, CancellationToken.None);
        await host.App.StartAsync();
        return new RunningHost(data, simulator, host);
    }

    /// <summary>Sends a fixture, signed.</summary>
    public Task<DemoAnswer> SendAsync(string source, string file) =>
        Sender.SendAsync(new DemoWebhook(file, source, file, "accepted"), CancellationToken.None);

    /// <summary>Sends a body, signed; the event's id.</summary>
    public async Task<string> SendAsync(string source, JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        using var request = new HttpRequestMessage(HttpMethod.Post, $"webhooks/{source}") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        DemoSignature.Add(request, source, body, DateTimeOffset.UtcNow);
        using var response = await Http.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("event_id").GetString()!;
    }

    /// <summary>A fixture, to be changed.</summary>
    public static JsonObject Fixture(string source, string file) => JsonNode.Parse(
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "fixtures", source, file + ".json")))!.AsObject();

    /// <summary>Waits until an event is neither waiting nor running.</summary>
    public async Task<WebhookEvent> FinishedAsync(string eventId)
    {
        using var patience = new CancellationTokenSource(Patience);
        return await DemoCommand.FinishedAsync(Store, eventId, patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await host.App.StopAsync();
        await host.DisposeAsync();
        await Simulator.DisposeAsync();
        data.Delete(recursive: true);
    }
}
