using System.Xml.Linq;

namespace SalesIntel.Consumer.Samples;

/// <summary>The repository's samples as a stranger has them: their files in a folder outside of the repository, with packages from the feed in
/// the place of projects, built once.</summary>
public sealed class BuiltSamples : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("salesintel-samples-").FullName;

    public BuiltSamples()
    {
        var repository = Path.GetFullPath(Path.Combine(PackedPackage.Root(), "..", ".."));
        string[] samples =
        [
            .. Directory.EnumerateDirectories(Path.Combine(repository, "samples")).Select(sample => Path.GetFileName(sample))
                .Where(sample => !sample.StartsWith("SalesIntel.", StringComparison.Ordinal)),
        ];
        foreach (var sample in samples)
        {
            Copy(Path.Combine(repository, "samples", sample), Path.Combine(folder, sample));
        }

        WriteVersions(Path.Combine(repository, "Directory.Packages.props"));
        File.Copy(Path.Combine(repository, "Directory.Build.targets"), Path.Combine(folder, "Directory.Build.targets"));
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally><NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{PackedPackage.Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(PackedPackage.Root(), "obj", "packages")}</RestorePackagesPath>
              </PropertyGroup>
            </Project>
            """);
        new XElement("Solution", samples.Select(sample => new XElement("Project", new XAttribute("Path", $"{sample}/{sample}.csproj"))))
            .Save(Path.Combine(folder, "Samples.slnx"));
        Names = samples;
        DotNet.Run(folder, "build Samples.slnx --nologo -v q -m -nodeReuse:false -p:RunAnalyzers=false");
    }

    /// <summary>The samples that were built.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>A file of a sample.</summary>
    public string Source(string sample, string file) => Path.Combine(folder, sample, file);

    /// <summary>A file in the folder of a sample's binaries.</summary>
    public string Output(string sample, string file) => Path.Combine(folder, sample, "bin", "Debug", "net10.0", file);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        // A project of this repository is a package of the same name there.
        var project = Path.Combine(to, Path.GetFileName(from) + ".csproj");
        var content = XDocument.Load(project);
        foreach (var reference in content.Descendants("ProjectReference").ToList())
        {
            var package = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value);
            reference.ReplaceWith(new XElement("PackageReference", new XAttribute("Include", package)));
        }

        content.Save(project);
    }

    private void WriteVersions(string central)
    {
        var versions = XDocument.Load(central);
        versions.Root!.Add(new XElement("ItemGroup", new[] { "Core", "Zoho", "Gemini", "Hosting" }.Select(name => new XElement(
            "PackageVersion", new XAttribute("Include", $"SalesIntel.{name}"), new XAttribute("Version", PackedPackage.Version)))));
        versions.Save(Path.Combine(folder, "Directory.Packages.props"));
    }
}
