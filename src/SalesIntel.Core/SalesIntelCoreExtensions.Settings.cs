using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using SalesIntel.Settings;

namespace Microsoft.Extensions.DependencyInjection;

/// <content>Settings.</content>
public static partial class SalesIntelCoreExtensions
{
    /// <summary>Adds the settings of a part: its options are filled from the configuration and checked with those of all other parts when
    /// the host starts. <c>services.Configure&lt;TOptions&gt;</c> wins when it is called later. Calling it twice changes nothing.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="settings">What is declared at the options class.</param>
    /// <typeparam name="TOptions">The options class.</typeparam>
    public static ISalesIntelBuilder AddSettings<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this ISalesIntelBuilder builder, SettingsGroup<TOptions> settings)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSettings(settings, builder.Configuration);
        return builder;
    }

    /// <summary>Adds settings that depend on other services, e.g. one for each field of the catalogue.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="settings">Declares the settings, once.</param>
    /// <typeparam name="TOptions">The options class.</typeparam>
    public static ISalesIntelBuilder AddSettings<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this ISalesIntelBuilder builder, Func<IServiceProvider, SettingsGroup<TOptions>> settings)
        where TOptions : class, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSettings(settings, builder.Configuration);
        return builder;
    }

    /// <summary>Adds the settings of a part that is used without a builder.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">What is declared at the options class.</param>
    /// <param name="configuration">Fills the options; null = they are set in code only.</param>
    /// <typeparam name="TOptions">The options class.</typeparam>
    /// <returns>The same services.</returns>
    internal static IServiceCollection AddSettings<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services, SettingsGroup<TOptions> settings, IConfiguration? configuration = null)
        where TOptions : class, new() => services.AddSettings(_ => settings, configuration);

    /// <summary>Adds settings that depend on other services, of a part that is used without a builder.</summary>
    /// <param name="services">The services.</param>
    /// <param name="settings">Declares the settings, once.</param>
    /// <param name="configuration">Fills the options; null = they are set in code only.</param>
    /// <typeparam name="TOptions">The options class.</typeparam>
    /// <returns>The same services.</returns>
    internal static IServiceCollection AddSettings<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IServiceCollection services, Func<IServiceProvider, SettingsGroup<TOptions>> settings, IConfiguration? configuration = null)
        where TOptions : class, new()
    {
        if (!services.Any(service => service.ServiceType == typeof(SalesIntelSettings)))
        {
            services.AddOptions<StartupCheck>().ValidateOnStart();
            services.AddSingleton<IValidateOptions<StartupCheck>, StartupCheckValidator>();
            services.AddSingleton(provider => new SalesIntelSettings(
                provider.GetServices<ISettingsPart>(), provider.GetServices<IConfigurationCheck>()));
        }

        if (!services.Any(service => service.ServiceType == typeof(SettingsGroup<TOptions>)))
        {
            services.AddSingleton(settings);
            services.AddSingleton<IValidateOptions<TOptions>, SettingsValidator<TOptions>>();
            services.AddSingleton<ISettingsPart, SettingsPart<TOptions>>();
        }

        if (configuration is not null && !services.Any(service => service.ServiceType == typeof(SettingsBinder<TOptions>)))
        {
            services.AddSingleton(provider => new SettingsBinder<TOptions>(
                provider.GetRequiredService<SettingsGroup<TOptions>>(), configuration));
            services.AddSingleton<IConfigureOptions<TOptions>>(provider => provider.GetRequiredService<SettingsBinder<TOptions>>());
        }

        return services;
    }
}
