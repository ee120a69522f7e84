using System.Diagnostics;

namespace SalesIntel.Consumer;

/// <summary>Commands of the SDK, and other programs.</summary>
internal static class DotNet
{
    /// <summary>Runs a command; throws with its output when it fails.</summary>
    public static void Run(string folder, string arguments)
    {
        var (code, output, _) = Try(folder, arguments);
        if (code != 0)
        {
            throw new InvalidOperationException(output);
        }
    }

    /// <summary>Runs a command; its exit code and what it said.</summary>
    public static (int Code, string Output, string Error) Try(
        string folder, string arguments, params IEnumerable<(string Name, string Value)> variables) =>
        TryProgram("dotnet", folder, arguments, variables);

    /// <summary>Runs a program; its exit code and what it said.</summary>
    public static (int Code, string Output, string Error) TryProgram(
        string program, string folder, string arguments, params IEnumerable<(string Name, string Value)> variables)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var texts = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()).GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, texts[0], texts[1]);
    }
}
