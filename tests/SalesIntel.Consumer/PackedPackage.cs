using System.IO.Compression;
using System.Text.Json;

namespace SalesIntel.Consumer;

/// <summary>A package as it lies in the feed, and projects outside of the repository that take it.</summary>
internal static class PackedPackage
{
    public static string Feed { get; } = Path.GetFullPath(Path.Combine(Root(), "obj", "feed"));

    /// <summary>The version that was packed for this run.</summary>
    public static string Version { get; } = Directory.EnumerateFiles(Feed, "SalesIntel.Core.*.nupkg")
        .Select(file => Path.GetFileNameWithoutExtension(file)["SalesIntel.Core.".Length..]).Single();

    /// <summary>The size of a package in bytes.</summary>
    public static long SizeOf(string package) => new FileInfo(Path.Combine(Feed, $"{package}.{Version}.nupkg")).Length;

    public static string Read(string package, string entry)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.nupkg"));
        using var reader = new StreamReader(archive.GetEntry(entry)?.Open() ?? throw new InvalidOperationException($"{package} has no {entry}."));
        return reader.ReadToEnd();
    }

    /// <summary>The packages that a project restores which takes this one alone, itself included.</summary>
    public static IReadOnlyList<string> Restored(string package)
    {
        using var project = StrangersProject.Program("Microsoft.NET.Sdk", package);
        project.Run("restore");
        using var assets = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(project.Folder, "obj", "project.assets.json")));
        return [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name)];
    }

    /// <summary>The folder of this project.</summary>
    public static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SalesIntel.Consumer.csproj")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The consumer's project was not found.");
        }

        return folder;
    }
}
