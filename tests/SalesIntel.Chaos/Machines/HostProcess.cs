using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace SalesIntel.Chaos.Machines;

/// <summary>A process of the sample host that can be killed and started again on its port.</summary>
/// <param name="name">What reports call it.</param>
/// <param name="environment">Its variables.</param>
/// <param name="runner">Command and arguments that start it, as another user for example; none = it is started directly.</param>
internal sealed class HostProcess(string name, IReadOnlyDictionary<string, string?> environment, params string[] runner) : IAsyncDisposable
{
    private const int LinesKept = 100;

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly ConcurrentQueue<string> lines = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private Process? process;

    /// <summary>What starts the sample host.</summary>
    public static IReadOnlyList<string> Command { get; } = ["dotnet", Path.Combine(AppContext.BaseDirectory, "SalesIntel.SampleHost.dll")];

    public string Name => name;

    public Uri Url { get; } = new($"http://127.0.0.1:{Hosting.Tests.Storage.RedisServer.FindFreePort()}/");

    /// <summary>Starts it and returns when it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended or does not listen; the message has its last lines.</exception>
    public async Task StartAsync(HttpClient http, CancellationToken cancellationToken)
    {
        process = Launch();
        var started = Stopwatch.GetTimestamp();
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(15));
        while (!await ListensAsync(http, cancellationToken))
        {
            if (process.HasExited || Stopwatch.GetElapsedTime(started) > StartLimit)
            {
                throw new InvalidOperationException(
                    $"Process {name} did not start:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}");
            }

            await look.WaitForNextTickAsync(cancellationToken);
        }
    }

    /// <summary>Starts it and waits until it has ended by itself; the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        process = Launch();
        return await WaitForExitAsync(cancellationToken);
    }

    /// <summary>SIGKILL, and waits until nothing is left of it. Harmless when it is dead.</summary>
    /// <returns>When it was dead at the latest: the system takes its time to clear away what a process leaves behind, its open
    /// connections included.</returns>
    public async Task<DateTimeOffset> KillAsync()
    {
        await gate.WaitAsync();
        try
        {
            if (process is not { HasExited: false })
            {
                return TimeProvider.System.GetUtcNow();
            }

            process.Kill();
            var dead = TimeProvider.System.GetUtcNow();
            await process.WaitForExitAsync();
            return dead;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>SIGTERM.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process!.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it has ended by itself; the exit code.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await process!.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>Whether it takes connections.</summary>
    public async Task<bool> ListensAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(Url, "healthz"), cancellationToken);
            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable;
        }
        catch (HttpRequestException)
        {
            // Not yet, or not any more.
            return false;
        }
    }

    public int Id => process!.Id;

    public bool HasExited => process is not { HasExited: false };

    public string LastLines => string.Join(Environment.NewLine, lines);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process?.Dispose();
        gate.Dispose();
    }

    private Process Launch()
    {
        string[] command = [.. runner, .. Command, "--urls", $"{Url}"];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        var launched = Process.Start(start)!;
        launched.OutputDataReceived += (_, line) => Keep(line.Data);
        launched.ErrorDataReceived += (_, line) => Keep(line.Data);
        launched.BeginOutputReadLine();
        launched.BeginErrorReadLine();
        return launched;
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        while (lines.Count > LinesKept && lines.TryDequeue(out _))
        {
        }
    }
}
