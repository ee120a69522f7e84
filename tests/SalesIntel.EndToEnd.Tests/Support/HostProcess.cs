using System.Diagnostics;
using SalesIntel.SampleHost.Demo;
using Machine = SalesIntel.Chaos.Machines.HostProcess;

namespace SalesIntel.EndToEnd.Tests.Support;

/// <summary>The sample host in a process of its own, as it runs in production: signals and exit codes are real.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Machine machine;
    private readonly HttpClient http;

    private HostProcess(Machine machine)
    {
        this.machine = machine;
        http = new HttpClient { BaseAddress = machine.Url };
        Sender = new DemoSender(http, TimeProvider.System);
    }

    public DemoSender Sender { get; }

    public bool HasExited => machine.HasExited;

    public string Output => machine.LastLines;

    /// <summary>Starts it and waits until it is healthy.</summary>
    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string?> variables)
    {
        var host = new HostProcess(new Machine("host", variables));
        await host.machine.StartAsync(host.http, default);
        await host.UntilAsync(host.IsHealthyAsync, "It did not become healthy.");
        return host;
    }

    public Task<bool> IsListeningAsync() => machine.ListensAsync(http, default);

    public void Terminate() => machine.Terminate();

    /// <summary>Waits for the end; the exit code.</summary>
    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await machine.WaitForExitAsync(limit.Token);
    }

    public async Task UntilAsync(Func<Task<bool>> condition, string complaint)
    {
        var started = Stopwatch.GetTimestamp();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"{complaint}\n{Output}");
            await tick.WaitForNextTickAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await machine.DisposeAsync();
        http.Dispose();
    }

    private async Task<bool> IsHealthyAsync()
    {
        Assert.False(HasExited, Output);
        using var answer = await http.GetAsync("healthz");
        return answer.IsSuccessStatusCode;
    }
}
