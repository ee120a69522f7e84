using System.Diagnostics;
using SalesIntel.Demo;
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

    /// <summary>What starts the sample host.</summary>
    public static IReadOnlyList<string> Command => Machine.Command;

    public DemoSender Sender { get; }

    public HttpClient Http => http;

    public int Id => machine.Id;

    public bool HasExited => machine.HasExited;

    public string Output => machine.LastLines;

    /// <summary>Starts it and waits until it is healthy.</summary>
    /// <param name="variables">Its environment.</param>
    /// <param name="runner">Command and arguments that start it; none = it is started directly.</param>
    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string?> variables, params string[] runner)
    {
        var host = new HostProcess(new Machine("host", variables, runner));
        await host.StartAgainAsync();
        return host;
    }

    /// <summary>Starts one that can't work; its exit code and what it said.</summary>
    /// <inheritdoc cref="StartAsync"/>
    public static async Task<(int Code, string Output)> FailAsync(IReadOnlyDictionary<string, string?> variables, params string[] runner)
    {
        await using var machine = new Machine("host", variables, runner);
        using var limit = new CancellationTokenSource(Patience);
        var code = await machine.RunAsync(limit.Token);
        return (code, machine.LastLines);
    }

    /// <summary>Runs a command line to its end; its exit code and what it said.</summary>
    public static async Task<(int Code, string Output)> CommandAsync(IReadOnlyDictionary<string, string?> variables, string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (variable, value) in variables)
        {
            start.Environment[variable] = value;
        }

        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(texts));
    }

    /// <summary>Starts it after it has ended, and waits until it is healthy.</summary>
    public async Task StartAgainAsync()
    {
        await machine.StartAsync(http, default);
        await UntilAsync(IsHealthyAsync, "It did not become healthy.");
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => machine.KillAsync();

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
