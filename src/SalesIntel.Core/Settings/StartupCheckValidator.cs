namespace SalesIntel.Settings;

/// <summary>Checks everything at once; throws <see cref="SettingsException"/> itself, because its message has one error a line.</summary>
internal sealed class StartupCheckValidator(SalesIntelSettings settings) : IValidateOptions<StartupCheck>
{
    public ValidateOptionsResult Validate(string? name, StartupCheck options)
    {
        settings.Validate();
        return ValidateOptionsResult.Success;
    }
}
