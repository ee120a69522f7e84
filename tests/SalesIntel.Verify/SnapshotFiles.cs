using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace VerifyXunit;

/// <summary>The snapshots of a test project, and the tests that they belong to.</summary>
public static class SnapshotFiles
{
    private const string Mark = ".verified.";

    /// <summary>The verified files below a folder to which no test of an assembly belongs: no method of that name, no data row with those
    /// arguments, a source file that verifies nothing, or a second file of another kind beside the one in use.</summary>
    /// <param name="tests">The compiled tests.</param>
    /// <param name="folder">The folder of the test project.</param>
    /// <returns>Paths below the folder with what is wrong with each; empty where every file has its test.</returns>
    public static IReadOnlyList<string> WithoutTest(Assembly tests, string folder)
    {
        ArgumentNullException.ThrowIfNull(tests);
        var names = NamesOf(tests);
        var files = Directory.EnumerateFiles(folder, $"*{Mark}*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        return
        [
            .. files.Select(path => (Path: path, Reason: Reason(path, files, names, folder)))
                .Where(file => file.Reason.Length > 0)
                .Select(file => $"{file.Path}: {file.Reason}"),
        ];
    }

    private static string Reason(string path, List<string> files, HashSet<string> names, string folder)
    {
        var stem = Stem(path);
        var name = stem[(stem.LastIndexOf('/') + 1)..];
        if (!names.Contains(name))
        {
            return "no test has this name and these arguments";
        }

        var source = Path.Combine(folder, Path.GetDirectoryName(path) ?? "", name.Split('.')[0] + ".cs");
        if (!File.Exists(source) || !File.ReadAllText(source).Contains("Verify(", StringComparison.Ordinal))
        {
            return $"{Path.GetFileName(source)} beside it verifies nothing";
        }

        return files.Count(other => Stem(other) == stem) > 1 ? "the same test has a snapshot of another kind" : "";
    }

    private static string Stem(string path) => path[..path.LastIndexOf(Mark, StringComparison.Ordinal)];

    // How many of a theory's arguments are a part of the name is decided when it runs: any number of them may be.
    private static HashSet<string> NamesOf(Assembly tests)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var methods = tests.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(FactAttribute), inherit: true));
        foreach (var method in methods)
        {
            names.Add(SnapshotName.Of(method, []));

            // [InlineData(null)] is a row that is null.
            var rows = method.GetCustomAttributes<DataAttribute>(inherit: true).SelectMany(data => data.GetData(method) ?? []).Select(row => row ?? [null]);
            foreach (var row in rows)
            {
                names.UnionWith(Enumerable.Range(1, row.Length).Select(count => SnapshotName.Of(method, row[..count])));
            }
        }

        return names;
    }
}
