using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;

namespace SalesIntel.Settings;

/// <inheritdoc cref="ISettingsPart"/>
internal sealed class SettingsPart<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
    SettingsGroup<TOptions> group,
    IOptionsFactory<TOptions> factory,
    IServiceProvider services,
    SettingsBinder<TOptions>? binder = null) : ISettingsPart
    where TOptions : class, new()
{
    public string Prefix => group.Prefix;

    // A new instance each time: what a later call sets before the options are first used still counts.
    public IEnumerable<string> FindErrors()
    {
        try
        {
            factory.Create(Options.DefaultName);
            return [];
        }
        catch (OptionsValidationException refused)
        {
            return refused.Failures;
        }
        catch (ArgumentException refused)
        {
            // Thrown by what a callback of the host has made, e.g. a field with a bad name.
            return [$"{typeof(TOptions).Name}, in the call that sets it: {ArgumentSentence.Of(refused)}"];
        }
    }

    public IEnumerable<string> FindWarnings() =>
    [
        .. group.FindWarnings(factory.Create(Options.DefaultName)),
        .. binder?.FindUnknown().Select(name =>
            $"{name} is not a known variable and has no effect. Did you mean {Nearest.To(name, group.Names)}?") ?? [],
    ];

    public IEnumerable<SettingRow> Rows()
    {
        var options = group.Draft(services);
        var defaults = group.Draft(services, configure => configure is not SettingsBinder<TOptions>);
        return group.Settings.Where(setting => setting.Name is not null).Select(setting => Row(setting, options, defaults));
    }

    private static SettingRow Row(Setting<TOptions> setting, TOptions options, TOptions defaults)
    {
        var value = setting.Write(options);
        var shown = setting.IsSecret ? (value.Length > 0 ? "set" : "not set") : value.Length > 0 ? value : setting.Unset;
        return new SettingRow(
            setting.Name!, shown, setting.IsSecret ? "" : setting.Write(defaults), setting.Unset, setting.Meaning, setting.IsSecret);
    }
}
