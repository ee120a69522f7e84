using SalesIntel.EndToEnd.Tests.Support;
using SalesIntel.Demo;
using SalesIntel.Simulator;

namespace SalesIntel.EndToEnd.Tests.Doctor;

/// <summary>The doctor as an operator calls it, of a host whose neighbours are the simulator.</summary>
public sealed class DoctorCommandTests
{
    private static readonly string[] Secrets = ["s3cret", "demo-key", "slack/alerts", DemoSignature.CalendlyKey, DemoSignature.ReadAiKey];

    [Fact]
    public async Task Faults_are_printed_with_what_to_do_and_the_exit_code_says_the_worst()
    {
        var options = new SimulatorOptions { Edition = "free" };
        options.FieldChanges["Pain_Points"] = null;
        await using var simulator = await SimulatorServer.StartAsync(options);
        using var site = new Folder();
        var commands = Commands(simulator, site, ("GEMINI_API_KEY", "invalid"));

        var result = await commands.DoctorAsync("--fix-plan");

        Assert.True(result.Code == 2, result.Output + result.Error);
        Assert.Contains("error   zoho field_missing Pain_Points:", result.Output, StringComparison.Ordinal);
        Assert.Contains("-> Set ZOHO_MAX_CONCURRENCY=5", result.Output, StringComparison.Ordinal);
        Assert.Contains("create Pain_Points: label 'Pain Points', Multi-Line of 2000 characters", result.Output, StringComparison.Ordinal);
        Assert.Contains("set ZCF_NEXT_STEPS=Next_Steps", result.Output, StringComparison.Ordinal);
        Assert.Contains("-> Check GEMINI_API_KEY", result.Output, StringComparison.Ordinal);
        Assert.Contains("There is no store in", result.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(site.Path));
        AssertHarmless(result);
    }

    [Fact]
    public async Task Sound_installation_is_told_as_json_for_programs()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        using var site = new Folder();
        await using (var host = await RunningHost.StartAsync(("DATA_DIR", site.Path)))
        {
            var result = await Commands(simulator, site).DoctorAsync("--json");

            // The stand-in for Slack is not encrypted, and the organisation lacks fields for some variables: there is nothing else to say.
            Assert.True(result.Code == 1, result.Output + result.Error);
            var findings = result.Json.GetProperty("findings").EnumerateArray().ToList();
            var wrong = findings.Where(finding => finding.GetProperty("level").GetString() != "ok").ToList();
            Assert.Equal(["settings", "slack"], wrong.Select(finding => finding.GetProperty("area").GetString()));
            Assert.Contains("variables are empty", wrong[0].GetProperty("message").GetString(), StringComparison.Ordinal);
            Assert.Equal("warning", result.Json.GetProperty("worst").GetString());
            Assert.False(result.Json.TryGetProperty("fix_plan", out _));
            Assert.Equal(
                ["gemini", "settings", "slack", "store", "webhooks", "zoho"],
                findings.Select(finding => finding.GetProperty("area").GetString()).Distinct().Order(StringComparer.Ordinal));
            Assert.Equal(2, findings.Count(finding => finding.GetProperty("check").GetString() == "signing_key"));
            AssertHarmless(result);
        }
    }

    [Fact]
    public async Task What_is_not_set_is_a_warning()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        using var site = new Folder();
        var result = await Commands(simulator, site, ("CALENDLY_SIGNING_KEY", ""), ("SLACK_WEBHOOK_URL", "")).DoctorAsync();

        Assert.True(result.Code == 1, result.Output + result.Error);
        Assert.Contains("SLACK_WEBHOOK_URL is not set", result.Output, StringComparison.Ordinal);
        Assert.Contains("set CALENDLY_SIGNING_KEY", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Store_that_is_away_and_a_model_that_is_unknown_do_not_keep_the_rest_from_being_looked_at()
    {
        await using var simulator = await SimulatorServer.StartAsync();
        using var site = new Folder();
        var commands = Commands(simulator, site, ("REDIS_URL", "redis://127.0.0.1:1"), ("GEMINI_MODEL", "gemini-2.0-flash"));

        var result = await commands.DoctorAsync("--json");

        Assert.True(result.Code == 2, result.Output + result.Error);
        var errors = result.Json.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("level").GetString() == "error")
            .Select(finding => finding.GetProperty("area").GetString() + " " + finding.GetProperty("subject").GetString());
        Assert.Equal(["gemini gemini-2.0-flash", "store "], errors.Order(StringComparer.Ordinal));
        Assert.Contains(result.Json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("subject").GetString() == "Pain_Points");
    }

    private static CommandLine Commands(SimulatorServer simulator, Folder site, params (string Name, string? Value)[] variables) =>
        CommandLine.Beside(
            simulator.BaseUrl,
            [
                ("DATA_DIR", site.Path), ("GEMINI_API_KEY", "demo-key"), ("ZOHO_CLIENT_SECRET", "s3cret"), ("ZOHO_REFRESH_TOKEN", "s3cret"),
                .. variables,
            ]);

    private static void AssertHarmless(CommandLine.CommandResult result) =>
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, result.Output + result.Error, StringComparison.Ordinal));

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("salesintel-doctor-test-");

        public string Path => _folder.FullName;

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
