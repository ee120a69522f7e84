using System.Collections.Concurrent;
using System.Diagnostics;
using SalesIntel.Hosting.Tests.Storage;
using SalesIntel.SampleHost.Demo;

namespace SalesIntel.EndToEnd.Tests.Support;

/// <summary>The sample host in a process of its own, as it runs in production: signals and exit codes are real.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private HostProcess(Process process, Uri url)
    {
        this.process = process;
        Http = new HttpClient { BaseAddress = url };
        Sender = new DemoSender(Http, TimeProvider.System);
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public HttpClient Http { get; }

    public DemoSender Sender { get; }

    public bool HasExited => process.HasExited;

    public string Output => string.Join('\n', output);

    /// <summary>Starts it and waits until it is healthy.</summary>
    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string?> variables)
    {
        var url = new Uri($"http://127.0.0.1:{RedisServer.FindFreePort()}/");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SalesIntel.SampleHost.dll"), "--urls", url.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var host = new HostProcess(Process.Start(start)!, url);
        await host.UntilAsync(host.IsHealthyAsync, "It did not become healthy.");
        return host;
    }

    public async Task<bool> IsHealthyAsync()
    {
        Assert.False(HasExited, Output);
        try
        {
            using var answer = await Http.GetAsync("healthz");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public async Task<bool> IsListeningAsync()
    {
        try
        {
            using var answer = await Http.GetAsync("healthz");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end; the exit code.</summary>
    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
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
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        Http.Dispose();
    }
}
