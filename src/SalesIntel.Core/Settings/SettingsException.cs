namespace SalesIntel.Settings;

/// <summary>The configuration can't be used. The message lists the errors of all parts, one a line, names each variable as it is spelt in
/// the environment, and the property where the value was set in code, and shows no secret value; it may be printed.</summary>
/// <param name="errors">One sentence each.</param>
public sealed class SettingsException(IReadOnlyList<string> errors)
    : OptionsValidationException(Options.DefaultName, typeof(SalesIntelSettings), errors)
{
    /// <summary>One sentence for each error, in the order of the documentation.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;

    /// <inheritdoc/>
    public override string Message =>
        $"The configuration has {Counted.Of(Errors.Count, "error")}:\n{string.Join('\n', Errors)}";
}
