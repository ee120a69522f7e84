namespace SalesIntel.Settings;

/// <summary>Checks options by what is declared: texts of the configuration, and values, whoever has set them.</summary>
internal sealed class SettingsValidator<TOptions>(SettingsGroup<TOptions> group, SettingsBinder<TOptions>? binder = null)
    : IValidateOptions<TOptions>
    where TOptions : class, new()
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        List<string> errors =
        [
            .. binder?.FindErrors() ?? [],
            .. group.FindErrors(
                options,
                isBound: binder is not null,
                isSaid: setting => binder?.HasRefused(setting, options) == true,
                isRefused: setting => binder?.FindRefused(setting) is not null),
        ];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }
}
