using SalesIntel.SampleHost;
using SalesIntel.SampleHost.Demo;
using SalesIntel.Simulator;

namespace SalesIntel.EndToEnd.Tests.Pipeline;

public sealed class EmbeddedLossTests : IDisposable
{
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("salesintel-test-");

    public void Dispose() => data.Delete(recursive: true);

    [Fact]
    public async Task Data_that_the_embedded_store_lost_is_alerted_and_the_service_goes_on()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        await RunAsync(simulator, http => SendAsync(http, "invitee_created_full"));
        Assert.Empty(simulator.State.SlackMessages);

        Directory.Delete(Path.Combine(data.FullName, "store-1", "checkpoints"), recursive: true);
        await RunAsync(simulator, async http =>
        {
            await simulator.WaitForAsync(state => state.SlackMessages.Count == 1, TimeSpan.FromSeconds(10));
            await SendAsync(http, "invitee_created_minimal");
        });
        Assert.Contains("events may be missing", simulator.State.SlackMessages.Single().Payload.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loss_that_a_command_meets_first_is_told_by_the_command_and_alerted_by_the_next_service()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        await RunAsync(simulator, http => SendAsync(http, "invitee_created_full"));
        Directory.Delete(Path.Combine(data.FullName, "store-1", "checkpoints"), recursive: true);

        var commands = new Events.CommandLine(DemoCommand.Variables(simulator.BaseUrl, data.FullName));
        Assert.Contains("Accepted events may be lost", (await commands.RunAsync("list")).Error, StringComparison.Ordinal);
        Assert.Contains("Accepted events may be lost", (await commands.RunAsync("list")).Error, StringComparison.Ordinal);
        Assert.Empty(simulator.State.SlackMessages);

        await RunAsync(simulator, _ =>
            simulator.WaitForAsync(state => state.SlackMessages.Count == 1, TimeSpan.FromSeconds(10)));
        Assert.DoesNotContain("may be lost", (await commands.RunAsync("list")).Error, StringComparison.Ordinal);
    }

    private async Task RunAsync(SimulatorServer simulator, Func<HttpClient, Task> act)
    {
        await using var host = await ServiceHost.BuildAsync(
            ["--urls", "http://127.0.0.1:0"], DemoCommand.Variables(simulator.BaseUrl, data.FullName), CancellationToken.None);
        await host.App.StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(host.App.Urls.First()) };
        await act(http);
        await host.App.StopAsync();
    }

    private static async Task SendAsync(HttpClient http, string file)
    {
        var answer = await new DemoSender(http, TimeProvider.System).SendAsync(
            new DemoWebhook(file, "calendly", file, "accepted"), CancellationToken.None);
        Assert.Equal("accepted", answer.Result);
    }
}
