using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace SalesIntel.Hosting.Tests.Storage;

/// <summary>A redis-server of its own, which can be killed, stopped and started again on the same port.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("salesintel-redis-").FullName;
    private readonly string[] settings;
    private Process? process;

    private RedisServer(string[] settings) => this.settings = settings;

    public int Port { get; } = FindFreePort();

    public string Url => $"redis://127.0.0.1:{Port}/0";

    public static async Task<RedisServer> StartAsync(params string[] settings)
    {
        var server = new RedisServer(settings);
        await server.StartAgainAsync();
        return server;
    }

    public async Task StartAgainAsync()
    {
        string[] arguments =
        [
            "--port", $"{Port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder, .. settings,
        ];
        process = await LaunchAsync(arguments, "Ready to accept connections");
    }

    /// <summary>Starts redis-server and returns when it has printed a text.</summary>
    public static async Task<Process> LaunchAsync(IEnumerable<string> arguments, string readyText)
    {
        Process launched;
        try
        {
            launched = Process.Start(new ProcessStartInfo("redis-server", arguments) { RedirectStandardOutput = true })!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException("redis-server is not installed: run ./test.sh", exception);
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        List<string> lines = [];
        while (await launched.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            lines.Add(line);
            if (line.Contains(readyText, StringComparison.Ordinal))
            {
                _ = launched.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return launched;
            }
        }

        throw new InvalidOperationException($"redis-server ended while it started: {string.Join(Environment.NewLine, lines)}");
    }

    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Freezes the process: connections stay open, nothing is answered.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    public Task<ConnectionMultiplexer> ConnectAsync(string? password = null) =>
        ConnectionMultiplexer.ConnectAsync(new ConfigurationOptions
        {
            EndPoints = { { IPAddress.Loopback, Port } },
            AllowAdmin = true,
            Password = password,
        });

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false })
        {
            await KillAsync();
        }

        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{process!.Id}"]);
        kill.WaitForExit();
    }
}
