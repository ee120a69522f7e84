using System.Diagnostics;
using SalesIntel.Simulator;

namespace SalesIntel.Zoho.Tests.Client;

/// <summary>The sample that shows the package: a program of its own that uses nothing else, one screen long.</summary>
public sealed class QuickstartTests
{
    [Fact]
    public async Task Sample_upserts_queries_and_annotates()
    {
        await using var server = await SimulatorServer.StartAsync();
        var known = server.State.AddLead(new() { ["Last_Name"] = "Reed", ["Email"] = "bo@reed.example" });

        var (code, output, errors) = await RunAsync(server, "1000.refresh", "ada@lane.example", "bo@reed.example");

        Assert.True(code == 0, errors);
        Assert.Equal(2, server.State.Leads.Count);
        Assert.Equal(server.State.Leads.Select(lead => lead.Id).Order(), server.State.Notes.Select(note => note.ParentId).Order());
        Assert.Contains($"bo@reed.example: Updated, id {known}", output);
        Assert.Contains("ada@lane.example: Inserted", output);
    }

    [Fact]
    public async Task Sample_takes_more_people_than_one_query_does()
    {
        await using var server = await SimulatorServer.StartAsync();

        var (code, _, errors) = await RunAsync(server, "1000.refresh", [.. Enumerable.Range(0, 101).Select(at => $"p{at}@lane.example")]);

        Assert.True(code == 0, errors);
        Assert.Equal((101, 101), (server.State.Leads.Count, server.State.Notes.Select(note => note.ParentId).Distinct().Count()));
    }

    [Fact]
    public async Task Sample_says_what_is_wrong_without_a_secret()
    {
        await using var server = await SimulatorServer.StartAsync();

        var (code, output, errors) = await RunAsync(server, "wrong-and-secret", "ada@lane.example");

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("invalid_code: ", errors);
        Assert.DoesNotContain("wrong-and-secret", errors);
    }

    [Fact]
    public async Task Sample_says_which_settings_and_arguments_are_missing()
    {
        await using var server = await SimulatorServer.StartAsync();

        var (code, output, errors) = await RunAsync(server, "", "ada@lane.example");
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("ZOHO_REFRESH_TOKEN ", errors);
        Assert.DoesNotContain("   at ", errors);

        (code, output, errors) = await RunAsync(server, "1000.refresh");
        Assert.Equal((1, "", "Give the addresses of people: ZohoQuickstart ada@lane.example bo@reed.example"), (code, output, errors));
        Assert.Equal(0, server.State.TokenRequests);
    }

    [Fact]
    public void Sample_is_one_screen_and_uses_only_the_package()
    {
        var folder = Path.Combine(Root(), "samples", "ZohoQuickstart");

        Assert.InRange(File.ReadAllLines(Path.Combine(folder, "Program.cs")).Length, 1, 60);
        Assert.Equal(["ProjectReference Include=\"../../src/SalesIntel.Zoho/SalesIntel.Zoho.csproj\""], File.ReadAllLines(Path.Combine(folder, "ZohoQuickstart.csproj"))
            .Where(line => line.Contains("Reference", StringComparison.Ordinal)).Select(line => line.Trim(' ', '<', '/', '>')));
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(SimulatorServer server, string refreshToken, params string[] emails)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ZohoQuickstart.dll"), .. emails])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ZOHO_DC"] = "eu",
                ["ZOHO_CLIENT_ID"] = "1000.CLIENT",
                ["ZOHO_CLIENT_SECRET"] = "s3cret",
                ["ZOHO_REFRESH_TOKEN"] = refreshToken,
                ["ZOHO_ACCOUNTS_URL"] = server.BaseUrl.AbsoluteUri,
            },
        };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, (await output).Trim(), (await errors).Trim());
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static string Root()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "SalesIntel.sln")))
        {
            root = root.Parent ?? throw new DirectoryNotFoundException("SalesIntel.sln was not found above the test's binaries.");
        }

        return root.FullName;
    }
}
