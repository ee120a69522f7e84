using System.Diagnostics;

namespace SalesIntel.Benchmarks.Latency;

/// <summary>A program of this repository in a process of its own; it is killed in the end.</summary>
internal sealed class ChildProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process process;
    private bool isKilled;

    private ChildProcess(Process process, Uri url) => (this.process, Url) = (process, url);

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Its id, for a profiler.</summary>
    public int Id => process.Id;

    /// <summary>The processor time that it has used, and its resident memory now, bytes.</summary>
    public (TimeSpan Processor, long Memory) Used
    {
        get
        {
            process.Refresh();
            return (process.TotalProcessorTime, process.WorkingSet64);
        }
    }

    /// <summary>Starts a program on a free port and waits until it says where it listens.</summary>
    /// <param name="assembly">The program, as it lies beside this one.</param>
    /// <param name="folder">Its current folder.</param>
    /// <param name="variables">Environment variables that it gets in addition.</param>
    /// <param name="arguments">Arguments besides where to listen.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    public static async Task<ChildProcess> StartAsync(
        string assembly,
        string folder,
        IReadOnlyDictionary<string, string?> variables,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", "http://127.0.0.1:0", .. arguments])
        {
            WorkingDirectory = folder, RedirectStandardOutput = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException($"{assembly} could not be started.");
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Patience);
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                var at = line.IndexOf("http://", StringComparison.Ordinal);
                if (at >= 0 && line.Contains("listen", StringComparison.Ordinal))
                {
                    // Read on, or it would block once the pipe is full.
                    _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                    return new ChildProcess(process, new Uri(line[at..].Trim()));
                }
            }

            throw new InvalidOperationException($"{assembly} ended while it started.");
        }
        catch
        {
            Kill(process);
            throw;
        }
    }

    public void Dispose()
    {
        if (!isKilled)
        {
            isKilled = true;
            Kill(process);
        }
    }

    private static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
