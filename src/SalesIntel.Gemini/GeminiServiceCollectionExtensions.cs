using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesIntel.Doctor;
using SalesIntel.Gemini;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Gemini as the chat client.</summary>
public static class GeminiServiceCollectionExtensions
{
    /// <summary>Adds Gemini, configured by the variables <c>GEMINI_*</c>, as the <see cref="IChatClient"/> unless there is one already.
    /// Without a key, which is an error in a real run, there is no model, and rules extract in its place. Safe to call again; the callbacks
    /// add up.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    public static ISalesIntelBuilder AddGemini(this ISalesIntelBuilder builder, Action<GeminiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddSettings(GeminiOptions.Settings);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<GeminiOptions>, GeminiRun>());
        builder.Services.AddGemini(configure);
        if (!builder.Services.Any(service => service.ServiceType == typeof(GeminiDoctor)))
        {
            builder.Services.AddSingleton<GeminiDoctor>();
            builder.Services.AddSingleton(provider => new DoctorCheck("gemini", provider.GetRequiredService<GeminiDoctor>().CheckAsync));
        }

        return builder;
    }

    /// <summary>Adds options with validation at start, the named HTTP client, and <see cref="IChatClient"/> unless there is one
    /// already. Safe to call again; the callbacks add up.</summary>
    /// <param name="services">The services; logging is expected among them.</param>
    /// <param name="configure">Sets the options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddGemini(this IServiceCollection services, Action<GeminiOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSettings(GeminiOptions.Settings);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        if (services.Any(service => service.ServiceType == typeof(GeminiChatClient)))
        {
            return services;
        }

        // No redirects: they would carry the key to another host. The one time limit is our own.
        services.AddHttpClient(GeminiChatClient.HttpClientName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
        services.AddSingleton(provider => new GeminiChatClient(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IOptionsMonitor<GeminiOptions>>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<GeminiChatClient>>()));

        // A dry run without a key has no model: the rules extract where there is no chat client.
        services.TryAddSingleton<IChatClient>(provider =>
            provider.GetRequiredService<IOptions<GeminiOptions>>().Value is { DryRun: true, ApiKey: "" }
                ? null!
                : provider.GetRequiredService<GeminiChatClient>());
        return services;
    }
}
