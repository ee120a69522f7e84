using System.Diagnostics;

namespace SalesIntel.Hosting.Tests.Processes;

/// <summary>What a user sees of a wrong configuration in a host that catches nothing.</summary>
public sealed class TwoLineHostTests
{
    [Fact]
    public async Task Wrong_configuration_is_listed_without_a_stack_trace_and_the_exit_code_is_2()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(TwoLineHost).Assembly.Location, "host"])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["WORKERS"] = "abc";
        start.Environment["SALESINTEL_ROLE"] = "nobody";
        using var process = Process.Start(start)!;

        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.Equal((2, ""), (process.ExitCode, texts[0]));
        var lines = texts[1].TrimEnd().Split('\n');
        Assert.Equal("SalesIntel can't start. The configuration has 2 errors:", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("WORKERS", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("SALESINTEL_ROLE", StringComparison.Ordinal));
        Assert.Equal(3, lines.Length);
    }
}
