namespace SalesIntel.Hosting.Configuration;

/// <summary>The configuration can't be used. The message lists every error, one a line, names each variable as it is spelt in the
/// environment and shows no secret value; it may be printed.</summary>
public sealed class SettingsException : Exception
{
    /// <summary>Makes the exception from all errors that were found.</summary>
    /// <param name="errors">One sentence each.</param>
    public SettingsException(IReadOnlyList<string> errors)
        : base(Describe(errors)) => Errors = errors;

    /// <summary>One sentence for each error, in the order of the documentation.</summary>
    public IReadOnlyList<string> Errors { get; }

    private static string Describe(IReadOnlyList<string> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var found = errors.Count == 1 ? "1 error" : $"{errors.Count} errors";
        return $"The configuration has {found}:\n{string.Join('\n', errors)}";
    }
}
