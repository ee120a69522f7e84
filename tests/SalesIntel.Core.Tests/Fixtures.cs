using System.Text.Json;
using System.Text.Json.Nodes;

namespace SalesIntel;

/// <summary>The files below tests/fixtures, found above the test's binaries.</summary>
internal static class Fixtures
{
    private static readonly string Root = Find();

    internal static IEnumerable<string> Files(string folder) =>
        Directory.GetFiles(System.IO.Path.Combine(Root, folder), "*.json")
            .Select(path => System.IO.Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal);

    internal static TheoryData<string> Names(string folder) => [.. Files(folder)];

    internal static string Path(string relative) => System.IO.Path.GetFullPath(System.IO.Path.Combine(Root, relative));

    internal static byte[] Bytes(string path) => File.ReadAllBytes(System.IO.Path.Combine(Root, path + ".json"));

    internal static JsonNode Json(string path) => JsonNode.Parse(Bytes(path))!;

    internal static byte[] ToBytes(this JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node);

    private static string Find()
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            var fixtures = System.IO.Path.Combine(above.FullName, "tests", "fixtures");
            if (Directory.Exists(fixtures))
            {
                return fixtures;
            }
        }

        throw new DirectoryNotFoundException("tests/fixtures was not found above the test's binaries.");
    }
}
