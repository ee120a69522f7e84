namespace SalesIntel.Consumer;

/// <summary>A project in a folder of its own that takes packages from the feed.</summary>
internal sealed class StrangersProject : IDisposable
{
    public StrangersProject(string sdk, string package, params IReadOnlyList<string> more)
    {
        IEnumerable<string> references =
        [
            $"""<PackageReference Include="{package}" Version="{PackedPackage.Version}" />""",
            .. more.Select(other => $"""<PackageReference Include="{other}" Version="10.0.14" />"""),
        ];
        File.WriteAllText(Path.Combine(Folder, "Stranger.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit><RestoreAdditionalProjectSources>{PackedPackage.Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(PackedPackage.Root(), "obj", "packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>{string.Concat(references)}</ItemGroup>
            </Project>
            """);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("salesintel-stranger-").FullName;

    /// <summary>Runs a command of the SDK; throws with its output when it fails.</summary>
    public void Run(string command) => DotNet.Run(Folder, $"{command} Stranger.csproj --nologo -v q -nodeReuse:false");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
