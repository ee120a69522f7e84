using System.Text;

namespace SalesIntel.Evaluation.Generating.Text;

/// <summary>The data files of the project: sections of lines. A line that begins with <c>#</c> opens a section and names it, one that
/// begins
/// with <c>;</c> is a remark.</summary>
internal static class DataFiles
{
    private const string Root = "Vocabulary/";

    /// <summary>The names of all files, relative to the folder <c>Vocabulary</c>.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(DataFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .Select(name => name[Root.Length..]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The folder of a part.</summary>
    public static string FolderOf(Part part) => part.ToString().ToLowerInvariant();

    /// <summary>True when a part has bookings; what is there to learn about speech alone has none.</summary>
    public static bool HasBookings(Part part) =>
        All.Any(name => name.StartsWith($"{FolderOf(part)}/bookings/", StringComparison.Ordinal));

    /// <summary>True when a file is part of the evaluation.</summary>
    public static bool Has(string name) => All.Contains(name, StringComparer.Ordinal);

    /// <summary>A file's bytes.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static byte[] Bytes(string name)
    {
        using var stream = typeof(DataFiles).Assembly.GetManifestResourceStream(Root + name)
            ?? throw new FileNotFoundException($"The data file '{name}' is not part of the evaluation.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>The lines of a file by section, in the file's order.</summary>
    public static IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Sections(string name)
    {
        List<KeyValuePair<string, IReadOnlyList<string>>> sections = [];
        List<string>? lines = null;
        foreach (var raw in Encoding.UTF8.GetString(Bytes(name)).Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith('#'))
            {
                lines = [];
                sections.Add(new(line.TrimStart('#', ' '), lines));
            }
            else if (line.Length > 0 && !line.StartsWith(';'))
            {
                (lines ?? throw new InvalidDataException($"'{name}' has lines before its first section.")).Add(line);
            }
        }

        return sections;
    }
}
