using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Gemini;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers Gemini as the chat client.</summary>
public static class GeminiServiceCollectionExtensions
{
    /// <summary>Adds Gemini, configured by the variables <c>GEMINI_*</c>. Without a key (which is allowed in dry run only) there is no
    /// model, and rules answer in its place.</summary>
    /// <param name="builder">The builder.</param>
    public static ISalesIntelBuilder AddGemini(this ISalesIntelBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (builder.Setting("GEMINI_API_KEY") is { } key)
        {
            builder.Services.AddGemini(options =>
            {
                options.ApiKey = key;
                options.Model = builder.Setting("GEMINI_MODEL") ?? options.Model;
                options.BaseUrl = builder.Setting("GEMINI_BASE_URL") ?? options.BaseUrl;
            });
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
        var options = services.AddOptions<GeminiOptions>();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        if (services.Any(service => service.ImplementationType == typeof(GeminiOptionsValidator)))
        {
            return services;
        }

        options.ValidateOnStart();
        services.AddSingleton<IValidateOptions<GeminiOptions>, GeminiOptionsValidator>();

        // No redirects: they would carry the key to another host. The one time limit is our own.
        services.AddHttpClient(GeminiChatClient.HttpClientName, http => http.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RedactLoggedHeaders(_ => true);
        services.TryAddSingleton<IChatClient>(provider => new GeminiChatClient(
            provider.GetRequiredService<IHttpClientFactory>(),
            provider.GetRequiredService<IOptionsMonitor<GeminiOptions>>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System,
            provider.GetRequiredService<ILogger<GeminiChatClient>>()));
        return services;
    }
}
