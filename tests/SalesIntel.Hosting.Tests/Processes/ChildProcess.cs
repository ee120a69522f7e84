using System.Collections.Concurrent;
using System.Diagnostics;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Processes;

/// <summary>This program as a process of its own, which can be killed.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // Of whom nothing is known on any machine.
    private static readonly string[] AsNobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];

    // On a busy machine a process takes seconds before it does anything.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } text)
            {
                lines.Enqueue(text);
            }
            else
            {
                closed.TrySetResult();
            }
        };
        process.BeginOutputReadLine();
    }

    public int Id => process.Id;

    /// <summary>What it has said so far.</summary>
    public IReadOnlyCollection<string> Lines => lines;

    public static ChildProcess Start(params string[] arguments) => Start([], arguments);

    /// <summary>Starts it as a user who is not above the rights of files.</summary>
    public static ChildProcess StartWithoutPrivileges(params string[] arguments) =>
        Start(Environment.IsPrivilegedProcess ? AsNobody : [], arguments);

    /// <summary>Waits until it has said enough.</summary>
    public Task UntilAsync(Func<IReadOnlyCollection<string>, bool> enough) => Until.TrueAsync(() => enough(Lines), Patience);

    /// <summary>Kills it as nobody can prevent, and takes in what it had said.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await ExitAsync();
    }

    public async Task ExitAsync()
    {
        await process.WaitForExitAsync();
        await closed.Task;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
    }

    private static ChildProcess Start(string[] before, string[] arguments)
    {
        string[] all = [.. before, "dotnet", typeof(ChildProcess).Assembly.Location, .. arguments];
        var start = new ProcessStartInfo(all[0], all[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new ChildProcess(Process.Start(start)!);
    }
}
