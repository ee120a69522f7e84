using VerifyTests;

namespace VerifyXunit;

/// <summary>Finds the folder of a test's source file on this machine.</summary>
internal static class SourceFolder
{
    /// <summary>The folder of the path that the compiler wrote into the test.</summary>
    /// <remarks>A continuous integration build writes <c>/_/tests/X/Y.cs</c> instead of the real path; then the repository
    /// is looked for above the test's binaries.</remarks>
    internal static string Of(string sourceFile)
    {
        var path = sourceFile.Replace('\\', '/');
        if (File.Exists(path))
        {
            return Path.GetDirectoryName(path)!;
        }

        var inRepository = path.StartsWith("/_", StringComparison.Ordinal) && path.IndexOf('/', 1) is > 0 and var slash
            ? path[(slash + 1)..]
            : path;
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            var candidate = Path.Combine(above.FullName, inRepository);
            if (File.Exists(candidate))
            {
                return Path.GetDirectoryName(candidate)!;
            }
        }

        throw new VerifyException(
            $"The source file {sourceFile} was found neither as such nor above {AppContext.BaseDirectory}: run the tests " +
            "inside the repository that they were built from.");
    }

    /// <summary>A path as seen from the repository's root, for messages.</summary>
    internal static string Shorten(string path)
    {
        for (var above = new FileInfo(path).Directory; above is not null; above = above.Parent)
        {
            if (Path.Exists(Path.Combine(above.FullName, ".git")) || above.EnumerateFiles("*.sln").Any())
            {
                return Path.GetRelativePath(above.FullName, path).Replace('\\', '/');
            }
        }

        return Path.GetFileName(path);
    }
}
