namespace SalesIntel.Consumer;

/// <summary>What the packages' READMEs show is a program, and it is built from the packages.</summary>
public sealed class ReadmeTests
{
    private const string Token = "CancellationToken cancellationToken = default;";

    private const string Transcript = "Rep One (00:10): Who signs?\nAnn Ray (00:15): Our CFO Marta Lind owns the budget and signs everything.";

    [Theory]
    [InlineData(
        "SalesIntel.Core", "Microsoft.NET.Sdk", $"using SalesIntel; using SalesIntel.Leads; using SalesIntel.Extraction; using SalesIntel.Testing; using SalesIntel.Webhooks.Calendly; "
            + $"{Token} var body = Array.Empty<byte>(); var text = \"\"\"\n{Transcript}\n\"\"\";")]
    [InlineData(
        "SalesIntel.Gemini", "Microsoft.NET.Sdk",
        $"using Microsoft.Extensions.AI; using Microsoft.Extensions.DependencyInjection; {Token} var (key, services) = (\"\", new ServiceCollection());")]
    [InlineData("SalesIntel.Hosting", "Microsoft.NET.Sdk.Web", "")]
    public void Example_of_a_README_builds_from_the_package(string package, string sdk, string before)
    {
        var example = string.Concat(
            PackedPackage.Read(package, "README.md").ReplaceLineEndings("\n").Split("```csharp\n").Skip(1).Select(block => block.Split("```")[0]));
        using var project = new StrangersProject(sdk, package, "Microsoft.Extensions.Logging");
        File.WriteAllText(Path.Combine(project.Folder, "Program.cs"), $"{before}\n{example}");
        project.Run("build");
    }
}
