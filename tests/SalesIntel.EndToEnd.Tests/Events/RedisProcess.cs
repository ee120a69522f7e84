using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace SalesIntel.EndToEnd.Tests.Events;

/// <summary>A redis-server of its own on a free port.</summary>
internal sealed class RedisProcess : IAsyncDisposable
{
    private readonly Process process;

    private RedisProcess(Process process, int port) => (this.process, Url) = (process, $"redis://127.0.0.1:{port}/0");

    public string Url { get; }

    public static async Task<RedisProcess> StartAsync()
    {
        var port = FindFreePort();
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(
                "redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"])
            {
                RedirectStandardOutput = true,
            })!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException("redis-server is not installed: run ./test.sh", exception);
        }

        // It prints this line when it listens.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains("Ready to accept connections", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new RedisProcess(process, port);
            }
        }

        throw new InvalidOperationException("redis-server ended while it started.");
    }

    public static int FindFreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
