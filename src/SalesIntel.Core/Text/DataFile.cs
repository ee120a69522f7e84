namespace SalesIntel.Text;

/// <summary>A word list that is part of the assembly: lines, comments with a number sign, and sections such as <c>[phrases]</c>.</summary>
internal static class DataFile
{
    /// <summary>The lines of a file's sections, trimmed, without comments and empty lines; what stands before the first section is in the
    /// section with an empty name.</summary>
    /// <param name="name">Folder and file, e.g. <c>Text.Data.nothing.txt</c>.</param>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Sections(string name)
    {
        using var stream = Open(name);
        using var reader = new StreamReader(stream);
        return Sections(reader);
    }

    /// <summary>A file as it is.</summary>
    /// <param name="name">Folder and file.</param>
    public static Stream Open(string name) => typeof(DataFile).Assembly.GetManifestResourceStream($"SalesIntel.{name}")
        ?? throw new InvalidOperationException($"The assembly has no resource {name}. Include it in the project as EmbeddedResource.");

    /// <summary>Lines <c>word = value</c>, in their order.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Pairs(IEnumerable<string> lines, char separator = '=') => lines
        .Select(line => line.Split(separator, 2, StringSplitOptions.TrimEntries)).Select(pair => KeyValuePair.Create(pair[0], pair[1]));

    /// <summary>The same of a text.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Sections(TextReader reader)
    {
        var sections = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        var lines = new List<string>();
        sections[""] = lines;
        while (reader.ReadLine() is { } line)
        {
            var text = line.Trim();
            if (text.Length == 0 || text[0] == '#')
            {
                continue;
            }

            if (text is ['[', .., ']'])
            {
                lines = [];
                sections.Add(text[1..^1], lines);
            }
            else
            {
                lines.Add(text);
            }
        }

        return sections;
    }
}
