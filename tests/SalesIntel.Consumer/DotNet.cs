using System.Diagnostics;

namespace SalesIntel.Consumer;

/// <summary>Commands of the SDK.</summary>
internal static class DotNet
{
    /// <summary>Runs a command; throws with its output when it fails.</summary>
    public static void Run(string folder, string arguments)
    {
        var (code, output) = Try(folder, arguments);
        if (code != 0)
        {
            throw new InvalidOperationException(output);
        }
    }

    /// <summary>Runs a command; its exit code and what it said.</summary>
    public static (int Code, string Output) Try(string folder, string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
