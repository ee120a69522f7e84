namespace SalesIntel.Consumer;

/// <summary>The tool, installed from the feed as a stranger installs it, and a folder that is empty at first.</summary>
public sealed class InstalledTool : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("salesintel-tool-").FullName;

    public InstalledTool()
    {
        Directory.CreateDirectory(Folder);
        var (code, output, error) = DotNet.Try(
            Folder,
            $"tool install SalesIntel.Tool --version {PackedPackage.Version} --tool-path {Path.Combine(home, "bin")} --add-source {PackedPackage.Feed}",
            ("NUGET_PACKAGES", Path.Combine(PackedPackage.Root(), "obj", "tool")));
        if (code != 0)
        {
            throw new InvalidOperationException(output + error);
        }
    }

    /// <summary>Where it is run.</summary>
    public string Folder => Path.Combine(home, "work");

    /// <summary>Runs a command line of it.</summary>
    public (int Code, string Output, string Error) Run(string arguments, params IEnumerable<(string Name, string Value)> variables) =>
        DotNet.TryProgram(Path.Combine(home, "bin", OperatingSystem.IsWindows() ? "salesintel.exe" : "salesintel"), Folder, arguments, variables);

    public void Dispose() => Directory.Delete(home, recursive: true);
}
