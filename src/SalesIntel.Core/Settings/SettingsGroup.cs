using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SalesIntel.Settings;

/// <summary>The settings of an options class, each declared once: its name in the environment, the property that it fills, its range and its
/// meaning. Binding, validation of values from the configuration and from code, the table of settings and the errors are made from it; the
/// default is the property's own. Register it with <c>builder.AddSettings(…)</c>.</summary>
/// <typeparam name="TOptions">The options class.</typeparam>
/// <example><code>
/// public static SettingsGroup&lt;MailOptions&gt; Settings { get; } = new SettingsGroup&lt;MailOptions&gt;()
///     .Text("MAIL_HOST", o => o.Host, (o, v) => o.Host = v, "server that sends mail", SettingForm.Word)
///     .Number("MAIL_PORT", o => o.Port, (o, v) => o.Port = v, 1, 65_535, "its port");
/// </code></example>
public sealed partial class SettingsGroup<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>
    where TOptions : class, new()
{
    private readonly List<Setting<TOptions>> settings = [];
    private readonly List<Func<TOptions, IEnumerable<string>>> rules = [];
    private readonly List<Func<TOptions, string?>> advice = [];
    private readonly List<(Func<TOptions, string?> Why, string Name)> required = [];

    /// <summary>Names in the environment, in the order of declaration.</summary>
    public IEnumerable<string> Names => settings.Where(setting => setting.Name is not null).Select(setting => setting.Name!);

    internal IReadOnlyList<Setting<TOptions>> Settings => settings;

    internal string Prefix { get; private set; } = "";

    /// <summary>Adds a rule over several properties.</summary>
    /// <param name="error">What can't work with these options, one sentence that names the variables; null when all is well.</param>
    public SettingsGroup<TOptions> Rule(Func<TOptions, string?> error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Rules(options => error(options) is { } found ? [found] : []);
    }

    /// <summary>Adds a rule that may find several errors.</summary>
    /// <param name="errors">What can't work with these options, one sentence each that names the variables.</param>
    public SettingsGroup<TOptions> Rules(Func<TOptions, IEnumerable<string>> errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        rules.Add(errors);
        return this;
    }

    /// <summary>Makes settings required.</summary>
    /// <param name="why">Completes the sentence "X is not set: required …"; null when these options do not need it.</param>
    /// <param name="names">The settings' names, declared before.</param>
    public SettingsGroup<TOptions> Require(Func<TOptions, string?> why, params IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(why);
        required.AddRange(names.Select(name => (why, name)));
        return this;
    }

    /// <summary>Adds advice that is logged when the host starts.</summary>
    /// <param name="warning">What works with these options, but perhaps not as meant, one sentence without secrets; null when there is
    /// nothing to say.</param>
    public SettingsGroup<TOptions> Warn(Func<TOptions, string?> warning)
    {
        ArgumentNullException.ThrowIfNull(warning);
        advice.Add(warning);
        return this;
    }

    /// <summary>Says that all names with a prefix are settings of this group, so that a misspelt one is found.</summary>
    /// <param name="prefix">E.g. <c>MAIL_</c>.</param>
    public SettingsGroup<TOptions> OwnsPrefix(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        Prefix = prefix;
        return this;
    }

    /// <summary>Options with the values of a configuration. What can't be read keeps its default: it is an error when the host starts.
    /// For decisions that are made before there are services.</summary>
    /// <param name="configuration">Holds the variables.</param>
    public TOptions Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new TOptions();
        new SettingsBinder<TOptions>(this, configuration).Configure(options);
        return options;
    }

    /// <summary>The options as they are configured, whether or not they are valid. For a part whose own options depend on a value of these,
    /// so that an error in these does not hide its own.</summary>
    /// <param name="services">The host's services.</param>
    internal TOptions Draft(IServiceProvider services) => Draft(services, _ => true);

    /// <summary>Options that were given in code to a part that is used without services.</summary>
    /// <param name="options">The options; null = the defaults.</param>
    /// <returns>The options, which are valid.</returns>
    /// <exception cref="SettingsException">They can't be used; lists all errors.</exception>
    internal TOptions Checked(TOptions? options)
    {
        string[] errors = options is null ? [] : [.. FindErrors(options, isBound: false)];
        return errors.Length == 0 ? options ?? new TOptions() : throw new SettingsException(errors);
    }

    internal TOptions Draft(IServiceProvider services, Func<IConfigureOptions<TOptions>, bool> which)
    {
        var options = new TOptions();
        foreach (var configure in services.GetServices<IConfigureOptions<TOptions>>().Where(which))
        {
            configure.Configure(options);
        }

        foreach (var configure in services.GetServices<IPostConfigureOptions<TOptions>>())
        {
            configure.PostConfigure(Options.DefaultName, options);
        }

        return options;
    }

    /// <param name="options">The options.</param>
    /// <param name="isBound">True when configuration fills them.</param>
    /// <param name="isSaid">True for a setting of which everything is said.</param>
    /// <param name="isRefused">True for a setting that is set, but can't be read: it is not missing.</param>
    internal IEnumerable<string> FindErrors(
        TOptions options,
        bool isBound,
        Func<Setting<TOptions>, bool>? isSaid = null,
        Func<Setting<TOptions>, bool>? isRefused = null)
    {
        var defaults = new TOptions();
        return settings.Where(setting => isSaid?.Invoke(setting) != true).Select(setting => setting.Check(options, defaults))
            .Concat(required.Select(one => one.Why(options) is { } why && Find(one.Name) is var setting && setting.Write(options).Length == 0
                    && isRefused?.Invoke(setting) != true
                ? setting.Missing(why, isSetInCode: !isBound)
                : null))
            .OfType<string>()
            .Concat(rules.SelectMany(rule => rule(options)));
    }

    internal IEnumerable<string> FindWarnings(TOptions options) => advice.Select(warn => warn(options)).OfType<string>();

    private Setting<TOptions> Find(string name) => settings.First(setting => setting.Name == name);

    private SettingsGroup<TOptions> Add<TValue>(
        string? name,
        Func<TOptions, TValue?> get,
        Action<TOptions, TValue> set,
        ValueFormat<TValue> format,
        string meaning,
        string property,
        bool isSecret = false,
        bool hidesValue = false,
        string unset = "")
    {
        ArgumentNullException.ThrowIfNull(get);
        ArgumentNullException.ThrowIfNull(set);
        settings.Add(new OptionSetting<TOptions, TValue>(get, set, format)
        {
            Name = name,
            Property = $"{typeof(TOptions).Name}.{property[(property.LastIndexOf('.') + 1)..]}",
            Meaning = meaning,
            IsSecret = isSecret,
            HidesValue = hidesValue,
            Unset = unset,
        });
        return this;
    }
}
