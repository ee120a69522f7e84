namespace SalesIntel.Consumer;

/// <summary>What a package's README shows works as it stands there, from the package alone.</summary>
public sealed class ReadmeTests
{
    private const string Fact = "[Fact]";

    [Theory]
    [InlineData("SalesIntel.Core", "Microsoft.NET.Sdk", 1)]
    [InlineData("SalesIntel.Zoho", "Microsoft.NET.Sdk", 1)]
    [InlineData("SalesIntel.Gemini", "Microsoft.NET.Sdk", 1)]
    [InlineData("SalesIntel.Hosting", "Microsoft.NET.Sdk.Web", 2)]
    public void Program_of_a_README_builds_from_the_package_alone(string package, string sdk, int count)
    {
        string[] programs = [.. BlocksOf(package, "csharp").Where(block => !block.Contains(Fact, StringComparison.Ordinal))];
        Assert.Equal(count, programs.Length);
        using var project = StrangersProject.Program(sdk, package);
        foreach (var program in programs)
        {
            File.WriteAllText(project.PathOf("Program.cs"), program);
            project.Run("build");
        }
    }

    [Fact]
    public void Program_of_Core_finds_who_signs()
    {
        using var project = StrangersProject.Program("Microsoft.NET.Sdk", "SalesIntel.Core");
        File.WriteAllText(project.PathOf("Program.cs"), BlocksOf("SalesIntel.Core", "csharp")[0]);
        project.Run("build");

        var (code, output, error) = DotNet.Try(project.Folder, Path.Combine("bin", "Debug", "net10.0", "Stranger.dll"));
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("meddic_economic_buyer: Our CFO Marta Lind owns the budget", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Test_of_Core_fails_until_what_came_out_is_accepted_and_when_something_else_comes_out()
    {
        var test = Assert.Single(BlocksOf("SalesIntel.Core", "csharp"), block => block.Contains(Fact, StringComparison.Ordinal));
        using var project = StrangersProject.Tests("SalesIntel.Zoho");
        File.WriteAllText(project.PathOf("MappingTests.cs"), test);
        File.WriteAllText(project.PathOf("booking.json"), Assert.Single(BlocksOf("SalesIntel.Core", "json")));

        var first = project.Try("test");
        Assert.True(first.Code == 1, first.Output);
        Assert.Contains("rename it to booking.verified.txt", first.Output, StringComparison.Ordinal);

        var verified = project.PathOf("booking.verified.txt");
        File.Move(project.PathOf("booking.received.txt"), verified);
        Assert.Contains("\"Review_Volume\": \"About 40 proofs a month\"", File.ReadAllText(verified), StringComparison.Ordinal);
        project.Run("test");

        File.WriteAllText(project.PathOf("MappingTests.cs"), test.Replace("\"Review_Volume\"", "\"Volume\"", StringComparison.Ordinal));
        Assert.Equal(1, project.Try("test").Code);
    }

    [Theory]
    [InlineData("SalesIntel.Core")]
    [InlineData("SalesIntel.Zoho")]
    [InlineData("SalesIntel.Gemini")]
    [InlineData("SalesIntel.Hosting")]
    public void README_names_the_documents_and_has_no_link_that_leads_out_of_the_package(string package)
    {
        var text = PackedPackage.Read(package, "README.md");
        Assert.DoesNotContain("](..", text, StringComparison.Ordinal);
        Assert.Contains("docs/README.md", text, StringComparison.Ordinal);
        Assert.Contains($"dotnet add package {package}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SalesIntel.Core")]
    [InlineData("SalesIntel.Zoho")]
    [InlineData("SalesIntel.Gemini")]
    [InlineData("SalesIntel.Hosting")]
    public void README_is_the_repository_s_but_for_its_links(string package)
    {
        var source = File.ReadAllText(Path.Combine(PackedPackage.Root(), "..", "..", "src", package, "README.md")).ReplaceLineEndings("\n");
        var packed = PackedPackage.Read(package, "README.md").ReplaceLineEndings("\n").Split('\n');
        Assert.All(source.Split('\n').Where(line => !line.Contains("](..", StringComparison.Ordinal)), line => Assert.Contains(line, packed));
    }

    private static string[] BlocksOf(string package, string language) =>
    [
        .. PackedPackage.Read(package, "README.md").ReplaceLineEndings("\n").Split($"```{language}\n").Skip(1)
            .Select(block => block.Split("```")[0]),
    ];
}
