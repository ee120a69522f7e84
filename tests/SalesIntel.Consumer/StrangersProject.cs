namespace SalesIntel.Consumer;

/// <summary>A project in a folder of its own that takes packages from the feed.</summary>
internal sealed class StrangersProject : IDisposable
{
    private const string Switches = "Stranger.csproj --nologo -nodeReuse:false";

    // As `dotnet new xunit` gives them.
    private static readonly (string Id, string Version)[] OfTests =
        [("Microsoft.NET.Test.Sdk", "18.11.0"), ("xunit", "2.9.3"), ("xunit.runner.visualstudio", "3.1.5")];

    private StrangersProject(string sdk, string items, params IEnumerable<(string Id, string Version)> packages) =>
        File.WriteAllText(Path.Combine(Folder, "Stranger.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit><RestoreAdditionalProjectSources>{PackedPackage.Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(PackedPackage.Root(), "obj", "packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>{items}{string.Concat(packages.Select(Reference))}</ItemGroup>
            </Project>
            """);

    public string Folder { get; } = Directory.CreateTempSubdirectory("salesintel-stranger-").FullName;

    /// <summary>A program that takes one of our packages alone.</summary>
    public static StrangersProject Program(string sdk, string package) => new(sdk, "", (package, PackedPackage.Version));

    /// <summary>A project of tests that takes one of our packages.</summary>
    public static StrangersProject Tests(string package) =>
        new("Microsoft.NET.Sdk", """<Using Include="Xunit" />""", [(package, PackedPackage.Version), .. OfTests]);

    /// <summary>A file of the project.</summary>
    public string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>Runs a command of the SDK; throws with its output when it fails.</summary>
    public void Run(string command) => DotNet.Run(Folder, $"{command} {Switches}");

    /// <summary>Runs a command of the SDK; its exit code and what it said.</summary>
    public (int Code, string Output, string Error) Try(string command) => DotNet.Try(Folder, $"{command} {Switches}");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Reference((string Id, string Version) package) =>
        $"""<PackageReference Include="{package.Id}" Version="{package.Version}" />""";
}
