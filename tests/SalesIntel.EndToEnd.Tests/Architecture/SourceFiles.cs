using System.Text.RegularExpressions;

namespace SalesIntel.EndToEnd.Tests.Architecture;

/// <summary>The files of src/, and the type that each holds.</summary>
internal static partial class SourceFiles
{
    /// <summary>Paths below src/.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. Directory.EnumerateFiles(Packages.SourceRoot, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Packages.SourceRoot, path).Replace('\\', '/'))
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    public static string[] Lines(string file) => File.ReadAllLines(Path.Combine(Packages.SourceRoot, file));

    /// <summary>The names of the types that are declared outside of others.</summary>
    public static IReadOnlyList<string> TypesOf(string file) =>
        [.. Lines(file).Select(line => TopLevelType().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value)];

    /// <summary>The namespaces that a file declares.</summary>
    public static IReadOnlyList<string> NamespacesOf(string file) =>
        [.. Lines(file).Where(line => line.StartsWith("namespace ", StringComparison.Ordinal)).Select(line => line["namespace ".Length..])];

    [GeneratedRegex(@"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref)\s+)*(?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+\S+)\s+(?<name>\w+)")]
    private static partial Regex TopLevelType();
}
