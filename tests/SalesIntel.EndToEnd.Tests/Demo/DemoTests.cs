using System.Diagnostics;
using SalesIntel.EndToEnd.Tests.Support;

namespace SalesIntel.EndToEnd.Tests.Demo;

/// <summary>The command that shows the main job, in a process of its own.</summary>
public sealed class DemoTests
{
    private const int Columns = 120;
    private const int Rows = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Demo_is_one_document_for_programs()
    {
        var demo = await new CommandLine([]).LineAsync("demo", "--once", "--json");

        Assert.True(demo.Code == 0, demo.Output + demo.Error);
        Assert.Contains("Sending webhooks to http://127.0.0.1:", demo.Error, StringComparison.Ordinal);
        var webhooks = demo.Json.GetProperty("webhooks").EnumerateArray().ToList();
        Assert.Equal(
            ["accepted", "accepted", "accepted", "accepted", "accepted", "duplicate", "401"],
            webhooks.Select(webhook => webhook.GetProperty("result").GetString()));
        Assert.All(webhooks.Take(5), webhook => Assert.Equal("processed", webhook.GetProperty("status").GetString()));
        var leads = demo.Json.GetProperty("leads").EnumerateArray().ToList();
        Assert.Equal(
            [("Achterberg", 2), ("Solberg", 0), ("Brennecke", 1)],
            leads.Select(lead => (
                lead.GetProperty("fields").GetProperty("Last_Name").GetString()!, lead.GetProperty("notes").GetArrayLength())));
        Assert.Empty(demo.Json.GetProperty("problems").EnumerateArray());
        var proven = demo.Json.GetProperty("proven");
        Assert.Equal(
            (7, 3, 3, 1, 1),
            (Number("webhooks"), Number("leads"), Number("notes"), Number("duplicates"), Number("refused")));
        Assert.True(Number("tokens") > 1_000);

        int Number(string name) => proven.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Demo_is_as_expected_whatever_the_environment_says()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SalesIntel.SampleHost.dll"), "demo", "--once"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Nonsense, and what a real installation has: another CRM's names, a role, a store that is not there.
        start.Environment["LEASE_SECONDS"] = "soon";
        start.Environment["SalesIntel__ZOHO_DC"] = "mars";
        start.Environment["STATUS_DEMO_BOOKED"] = "Booked elsewhere";
        start.Environment["READAI_CUSTOMER_DOMAINS"] = "brightwater.example";
        start.Environment["SALESINTEL_ROLE"] = "api";
        start.Environment["REDIS_URL"] = "redis://nowhere.example:6379";
        start.Environment["PORT"] = "1";

        using var demo = Process.Start(start)!;
        var output = demo.StandardOutput.ReadToEndAsync();
        var errors = demo.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        await demo.WaitForExitAsync(limit.Token);
        Assert.True(demo.ExitCode == 0, await output + await errors);
        Assert.Contains("Demo Booked", await output, StringComparison.Ordinal);
        Assert.Empty(await errors);

        var lines = (await output).TrimEnd().Split('\n');
        Assert.Matches(
            @"^Proven: 7 webhooks -> 3 leads, 3 notes; 1 duplicate, 1 refused; [1-9]\d{3,} tokens; in the CRM after \d+ ms \(at most \d+\)\.$", lines[^1]);
        Assert.All(lines, line => Assert.InRange(line.Length, 0, Columns));
        Assert.InRange(lines.TakeWhile(line => !line.Contains("Lead Rosalind", StringComparison.Ordinal)).Count(), 1, Rows - 2);
    }
}
