using System.Text.RegularExpressions;

namespace SalesIntel.SampleHost;

/// <summary>What the embedded store that came before SQLite has left in a data folder. Nothing reads it any more.</summary>
internal static partial class FormerStore
{
    private const string Pointer = "generation";

    private static readonly string[] Files = [Pointer, "endpoint", "lock", "sentinel"];

    /// <summary>Names of its files and folders; empty when it was never there.</summary>
    public static IReadOnlyList<string> Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var folders = Directory.GetDirectories(folder).Select(path => Path.GetFileName(path)).Where(name => Generation().IsMatch(name)).ToList();

        // The other files have names that anybody may use.
        return folders.Count == 0 && !File.Exists(Path.Combine(folder, Pointer))
            ? []
            : [.. Files.Where(name => File.Exists(Path.Combine(folder, name))), .. folders.Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex("^(store|lost|reading)-[0-9]+$")]
    private static partial Regex Generation();
}
