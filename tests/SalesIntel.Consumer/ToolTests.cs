using System.Text.Json.Nodes;

namespace SalesIntel.Consumer;

/// <summary>The sample host as a tool: installed, it is the same program in any folder.</summary>
public sealed class ToolTests(InstalledTool tool) : IClassFixture<InstalledTool>
{
    private const long MostBytes = 19 * 1024 * 1024;

    [Fact]
    public void Package_says_what_it_is_and_is_not_larger_than_it_must_be()
    {
        Assert.StartsWith("# SalesIntel.Tool\n", PackedPackage.Read("SalesIntel.Tool", "README.md").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("All rights reserved", PackedPackage.Read("SalesIntel.Tool", "LICENSE.md"), StringComparison.Ordinal);
        Assert.InRange(PackedPackage.SizeOf("SalesIntel.Tool"), 1, MostBytes);
    }

    [Fact]
    public void Misspelt_command_ends_with_2_and_names_the_nearest()
    {
        var (code, output, error) = tool.Run("evnts");

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("Did you mean 'events'?", error, StringComparison.Ordinal);
        Assert.Contains("salesintel --help", error, StringComparison.Ordinal);
        Assert.Equal(2, tool.Run("events lst").Code);
    }

    [Fact]
    public void Settings_are_those_of_the_current_folder()
    {
        var before = JsonNode.Parse(tool.Run("settings --json").Output)!;
        Assert.Empty(before["files"]!.AsArray());
        File.WriteAllText(Path.Combine(tool.Folder, ".env"), "WORKERS=4\n");
        File.WriteAllText(Path.Combine(tool.Folder, "appsettings.json"), """{"SalesIntel":{"MAX_RETRIES":7}}""");
        try
        {
            var (code, output, error) = tool.Run("settings --json", ("LEASE_SECONDS", "33"));
            Assert.Equal((0, ""), (code, error));
            var after = JsonNode.Parse(output)!;
            Assert.Equal(["appsettings.json", ".env"], after["files"]!.AsArray().Select(file => Path.GetFileName((string?)file)));
            Assert.Equal(("4", ".env"), Of(after, "WORKERS"));
            Assert.Equal(("7", "appsettings.json"), Of(after, "MAX_RETRIES"));
            Assert.Equal(("33", "environment"), Of(after, "LEASE_SECONDS"));
        }
        finally
        {
            File.Delete(Path.Combine(tool.Folder, ".env"));
            File.Delete(Path.Combine(tool.Folder, "appsettings.json"));
        }

        static (string?, string?) Of(JsonNode document, string name)
        {
            var setting = document["settings"]!.AsArray().Single(one => (string?)one!["name"] == name)!;
            return ((string?)setting["value"], Path.GetFileName((string?)setting["from"]));
        }
    }

    [Fact]
    public void Example_of_the_help_runs_as_it_is_shown()
    {
        var help = tool.Run("settings --help").Output;
        var example = help.Split("Examples:")[1].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1];

        Assert.Equal("salesintel settings --values", example);
        var (code, output, _) = tool.Run(example["salesintel ".Length..]);
        Assert.Equal(0, code);
        Assert.Contains("| `WORKERS` |", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_shows_the_main_job_with_nothing_but_the_tool()
    {
        var (code, output, error) = tool.Run("demo --once");

        Assert.True(code == 0, output + error);
        Assert.StartsWith("Proven: 7 webhooks -> 3 leads", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }
}
