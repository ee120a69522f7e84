using Microsoft.Extensions.Logging.Console;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.SampleHost.Settings;
using SalesIntel.Settings;

namespace SalesIntel.SampleHost;

/// <summary>Builds the service.</summary>
internal static class ServiceHost
{
    private const int MostUnread = 128 * 1024;
    private const string DefaultUrl = "http://127.0.0.1:8000";
    private const string GenericHost = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>Builds the service; it is not started yet.</summary>
    /// <param name="args">The command line, for the web host.</param>
    /// <param name="overrides">Variables that win over the environment.</param>
    /// <exception cref="SettingsException">The configuration can't be used.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, IReadOnlyDictionary<string, string?> overrides)
    {
        var builder = WithEnvironment(args, overrides);

        // A start that fails is told in one sentence by whoever has begun it, not also with a stack trace.
        var started = false;
        builder.Logging.AddFilter(GenericHost, level => started && level >= LogLevel.Error);
        var app = await BuildAsync(builder);
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        Log.Configuration(app.Logger, ConfigurationFiles.Found(app.Environment.EnvironmentName) is { Count: > 0 } files
            ? $"{string.Join(", ", files)}; the environment wins"
            : $"the environment; there is neither appsettings.json nor .env in {Directory.GetCurrentDirectory()}");
        WarnOfFormerStore(app);
        return app;
    }

    /// <summary>Builds the service from these variables alone: nothing in the environment, <c>.env</c> or appsettings counts.</summary>
    /// <param name="variables">All that is configured; the others have their defaults.</param>
    /// <exception cref="SettingsException">The configuration can't be used.</exception>
    public static async Task<WebApplication> BuildAloneAsync(IReadOnlyDictionary<string, string?> variables)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(variables);
        return await BuildAsync(builder);
    }

    /// <summary>Builds the service for a command that is to use its parts, not to run it: it also works beside a running service, and its
    /// logs go to the error output, warnings and worse only.</summary>
    /// <param name="overrides">Variables that win over the environment.</param>
    /// <exception cref="SettingsException">The configuration can't be used.</exception>
    public static async Task<WebApplication> BuildForCommandAsync(IReadOnlyDictionary<string, string?> overrides)
    {
        var builder = WithEnvironment([], overrides);
        builder.Logging.AddFilter((string?)null, LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return await BuildAsync(builder);
    }

    /// <summary>Uses the settings as they are in force, whether or not they are valid, and where their values come from.</summary>
    /// <param name="overrides">Variables that win over the environment.</param>
    /// <param name="use">Uses them.</param>
    /// <exception cref="SettingsException">A file of the configuration can't be read.</exception>
    public static async Task<T> UseSettingsAsync<T>(
        IReadOnlyDictionary<string, string?> overrides, Func<SalesIntelSettings, ValueOrigins, T> use)
    {
        var builder = WithEnvironment([], overrides);
        var origins = new ValueOrigins(builder.Configuration, builder.Environment.EnvironmentName);
        return await ServiceParts.UseSettingsAsync(builder.Configuration, settings => use(settings, origins));
    }

    private static WebApplicationBuilder WithEnvironment(string[] args, IReadOnlyDictionary<string, string?> overrides)
    {
        try
        {
            ConfigurationFiles.ReadVariables();
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions
            {
                Args = args, ContentRootPath = AppContext.BaseDirectory,
            });
            ConfigurationFiles.ReadSettings(builder.Configuration, builder.Environment.EnvironmentName, AppContext.BaseDirectory);
            builder.Configuration.AddInMemoryCollection(overrides);
            return builder;
        }
        catch (InvalidDataException refused)
        {
            throw ConfigurationFiles.Unreadable(refused);
        }
    }

    private static async Task<WebApplication> BuildAsync(WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        await ServiceParts.UseSettingsAsync(configuration, settings =>
        {
            // Before anything is started.
            settings.Validate();
            return true;
        });
        if (string.IsNullOrEmpty(configuration["urls"]))
        {
            // A platform that gives a port (Render, Cloud Run) also expects it to be reachable from outside.
            builder.WebHost.UseUrls(configuration["PORT"] is { Length: > 0 } port ? $"http://0.0.0.0:{port}" : DefaultUrl);
        }

        // By default a connection holds up to a megabyte of a body that nobody has asked for yet; a flood of them would be the largest part
        // of this process.
        builder.WebHost.UseSockets(sockets => sockets.MaxReadBufferSize = MostUnread);
        ServiceParts.Add(builder.Services, configuration);
        var app = builder.Build();
        app.MapSalesIntel();
        return app;
    }

    private static void WarnOfFormerStore(WebApplication app)
    {
        var folder = SqliteStoreOptions.Settings.Read(app.Configuration).DataDirectory;
        if (FormerStore.Find(folder) is { Count: > 0 } left)
        {
            Log.FormerStore(app.Logger, Path.GetFullPath(folder), string.Join(", ", left));
        }
    }
}
