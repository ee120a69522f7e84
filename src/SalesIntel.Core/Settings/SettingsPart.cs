using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace SalesIntel.Settings;

/// <inheritdoc cref="ISettingsPart"/>
/// <remarks>Nothing is resolved before it is needed: what a group is made of, e.g. the catalogue of fields, may itself be wrong.</remarks>
internal sealed class SettingsPart<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    IServiceProvider services) : ISettingsPart
    where TOptions : class, new()
{
    public string Prefix => Group.Prefix;

    private SettingsGroup<TOptions> Group => services.GetRequiredService<SettingsGroup<TOptions>>();

    // A new instance each time: what a later call sets before the options are first used still counts.
    public IEnumerable<string> FindErrors()
    {
        try
        {
            Create();
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return refused.Failures;
        }
        catch (ArgumentException refused)
        {
            // Thrown by a callback of the host.
            return [$"services.Configure<{typeof(TOptions).Name}>(…): {ArgumentSentence.Of(refused)}"];
        }
    }

    public IEnumerable<string> FindWarnings() =>
    [
        .. Group.FindWarnings(Create()),
        .. services.GetService<SettingsBinder<TOptions>>()?.FindUnknown().Select(name =>
            $"{name} is not a known variable and has no effect.{NearestName.Question(name, Group.Names)}") ?? [],
    ];

    public IEnumerable<SettingRow> Rows()
    {
        var options = Group.Draft(services);
        var defaults = Group.Draft(services, configure => configure is not SettingsBinder<TOptions>);
        var binder = services.GetService<SettingsBinder<TOptions>>();
        return Group.Settings.Where(setting => setting.Name is not null)
            .Select(setting => Row(setting, binder?.FindRefused(setting) ?? setting.Write(options), setting.Write(defaults)));
    }

    private TOptions Create() => services.GetRequiredService<IOptionsFactory<TOptions>>().Create(Options.DefaultName);

    private static SettingRow Row(Setting<TOptions> setting, string value, string usual)
    {
        var shown = setting.IsSecret ? (value.Length > 0 ? "set" : "not set") : value.Length > 0 ? value : setting.Unset;
        return new SettingRow(
            setting.Name!, shown, setting.IsSecret ? "" : usual, setting.Unset, setting.Meaning, setting.IsSecret);
    }
}
