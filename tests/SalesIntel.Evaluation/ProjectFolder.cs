namespace SalesIntel.Evaluation;

/// <summary>The project's folder in the checkout, where the baseline is committed.</summary>
internal static class ProjectFolder
{
    private const string Project = "tests/SalesIntel.Evaluation";

    /// <summary>A file of the folder.</summary>
    /// <exception cref="InvalidDataException">The program does not run from a checkout.</exception>
    public static string File(string name)
    {
        for (var above = new DirectoryInfo(AppContext.BaseDirectory); above is not null; above = above.Parent)
        {
            var folder = Path.Combine(above.FullName, Project);
            if (Directory.Exists(folder))
            {
                return Path.Combine(folder, name);
            }
        }

        throw new InvalidDataException($"'{name}' is looked for in {Project}: run the evaluation from a checkout.");
    }
}
