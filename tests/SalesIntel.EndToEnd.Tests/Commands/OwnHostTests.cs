using System.CommandLine;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Commands;

namespace SalesIntel.EndToEnd.Tests.Commands;

/// <summary>The command line of a host that another team has composed.</summary>
public sealed class OwnHostTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("salesintel-own-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("settings", 2)]
    [InlineData("events list", 2)]
    [InlineData("--urls http://127.0.0.1:0", 3)]
    public async Task Host_without_SalesIntel_says_which_call_to_add(string line, int expected)
    {
        var (code, output, error) = await RunAsync(_ => { }, line);

        Assert.Equal((expected, ""), (code, output));
        Assert.Contains("add builder.Services.AddSalesIntel(builder.Configuration)", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("events list", "keeps its events in memory (AddMemoryStore())")]
    [InlineData("store check", "is not the file of AddSqliteStore()")]
    public async Task Command_that_needs_another_store_says_so(string line, string said)
    {
        var (code, output, error) = await RunAsync(builder => builder.Services.AddSalesIntel(builder.Configuration).AddMemoryStore(), line);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_speaks_of_the_parts_that_were_added_and_makes_no_store()
    {
        var (code, output, error) = await RunAsync(
            builder => builder.Services.AddSalesIntel(builder.Configuration).AddSqliteStore(), "doctor --json --fix-plan");

        Assert.True(code is 0 or 1, error);
        var document = JsonDocument.Parse(output).RootElement;
        Assert.Equal(
            ["settings", "store"],
            document.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("area").GetString()).Distinct().Order());
        Assert.Empty(document.GetProperty("fix_plan").EnumerateArray());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task Own_command_is_the_first_in_the_help_and_a_name_near_to_it_is_found()
    {
        static void Configure(WebApplicationBuilder builder) => builder.Services.AddSalesIntel(builder.Configuration).AddMemoryStore();
        var import = new Command("import", "Import something.");
        import.SetAction(parsed => parsed.InvocationConfiguration.Output.WriteLine("imported"));

        Assert.Equal((0, "imported"), await OutputAsync("import"));
        var help = (await OutputAsync("--help")).Output.Split("Commands:")[1].Trim();
        Assert.StartsWith("import", help, StringComparison.Ordinal);
        Assert.DoesNotContain("Examples:", (await OutputAsync("import --help")).Output, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'import'?", (await RunAsync(Configure, "imprt", import)).Error, StringComparison.Ordinal);

        async Task<(int Code, string Output)> OutputAsync(string line)
        {
            var (code, output, _) = await RunAsync(Configure, line, import);
            return (code, output.Trim());
        }
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(
        Action<WebApplicationBuilder> configure, string line, params IReadOnlyList<Command> own)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new SalesIntelHost(configure)
        {
            Commands = own, Overrides = new Dictionary<string, string?> { ["DATA_DIR"] = Path.Combine(folder, "data"), ["REDIS_URL"] = "" },
        };
        var code = await host.RunAsync(line.Split(' '), new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
