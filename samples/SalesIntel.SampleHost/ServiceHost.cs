using Microsoft.Extensions.Logging.Console;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Settings;

namespace SalesIntel.SampleHost;

/// <summary>The service with the store that it brought along.</summary>
internal sealed class ServiceHost : IAsyncDisposable
{
    private const int MostUnread = 128 * 1024;
    private const string DefaultUrl = "http://127.0.0.1:8000";

    private readonly EmbeddedStore? embedded;

    private ServiceHost(WebApplication app, EmbeddedStore? embedded) => (App, this.embedded) = (app, embedded);

    public WebApplication App { get; }

    /// <summary>What the embedded store has lost, in words for the operator; null when nothing. The service tells it when it starts.
    /// </summary>
    public string? Loss => embedded?.Loss;

    /// <summary>Builds the service; it is not started yet.</summary>
    /// <param name="args">The command line, for the web host.</param>
    /// <param name="overrides">Variables that win over the environment.</param>
    /// <param name="cancellationToken">Ends the start of the embedded store.</param>
    /// <exception cref="SettingsException">The configuration can't be used.</exception>
    /// <exception cref="InvalidOperationException">The embedded store can't be started.</exception>
    public static async Task<ServiceHost> BuildAsync(
        string[] args, IReadOnlyDictionary<string, string?> overrides, CancellationToken cancellationToken) =>
        await BuildAsync(WithEnvironment(args, overrides), forCommand: false, cancellationToken);

    /// <summary>Builds the service from these variables alone: nothing in the environment, <c>.env</c> or appsettings counts.</summary>
    /// <param name="variables">All that is configured; the others have their defaults.</param>
    /// <param name="cancellationToken">Ends the start of the embedded store.</param>
    /// <exception cref="SettingsException">The configuration can't be used.</exception>
    /// <exception cref="InvalidOperationException">The embedded store can't be started.</exception>
    public static async Task<ServiceHost> BuildAloneAsync(IReadOnlyDictionary<string, string?> variables, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(variables);
        return await BuildAsync(builder, forCommand: false, cancellationToken);
    }

    /// <summary>Builds the service for a command that is to use its parts, not to run it: it also works beside a running service, and its
    /// logs go to the error output, warnings and worse only.</summary>
    /// <param name="overrides">Variables that win over the environment.</param>
    /// <param name="cancellationToken">Ends the start of the embedded store.</param>
    /// <exception cref="SettingsException">The configuration can't be used.</exception>
    /// <exception cref="InvalidOperationException">The embedded store can't be used.</exception>
    public static async Task<ServiceHost> BuildForCommandAsync(
        IReadOnlyDictionary<string, string?> overrides, CancellationToken cancellationToken) =>
        await BuildAsync(WithEnvironment([], overrides), forCommand: true, cancellationToken);

    /// <summary>The table of all settings in Markdown.</summary>
    /// <param name="withValues">Adds what holds for each in this environment.</param>
    public static async Task<string> DescribeSettingsAsync(bool withValues) => await ServiceParts.UseSettingsAsync(
        WithEnvironment([], new Dictionary<string, string?>()).Configuration, settings => settings.ToMarkdown(withValues));

    private static WebApplicationBuilder WithEnvironment(string[] args, IReadOnlyDictionary<string, string?> overrides)
    {
        if (File.Exists(".env"))
        {
            DotNetEnv.Env.NoClobber().Load(".env");
        }

        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args, ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Configuration.AddInMemoryCollection(overrides);
        return builder;
    }

    private static async Task<ServiceHost> BuildAsync(WebApplicationBuilder builder, bool forCommand, CancellationToken cancellationToken)
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

        var isEmbedded = ServiceParts.IsStoreEmbedded(configuration);
        var folder = EmbeddedStoreOptions.Settings.Read(configuration).DataDirectory;
        var running = isEmbedded && forCommand ? EmbeddedStore.FindRunning(folder) : null;
        var embedded = isEmbedded && running is null ? await StartEmbeddedAsync(configuration, folder, cancellationToken) : null;
        try
        {
            ServiceParts.Add(builder.Services, configuration, store =>
            {
                store.Url = running ?? embedded?.Url ?? store.Url;
                store.IsEmbedded = isEmbedded;
            });
            if (forCommand)
            {
                builder.Logging.AddFilter((string?)null, LogLevel.Warning);
                builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
            }

            if (embedded?.Loss is { } loss && !forCommand)
            {
                builder.Services.AddHostedService(services => ActivatorUtilities.CreateInstance<RecoveryAlarm>(services, embedded, loss));
            }

            var app = builder.Build();
            app.MapSalesIntel();
            return new ServiceHost(app, embedded);
        }
        catch
        {
            await DisposeAsync(embedded);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await DisposeAsync(embedded);
    }

    private static ValueTask DisposeAsync(EmbeddedStore? store) => store?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<EmbeddedStore> StartEmbeddedAsync(
        IConfiguration configuration, string folder, CancellationToken cancellationToken)
    {
        if (HostingOptions.Settings.Read(configuration).Role != HostRole.All)
        {
            throw new InvalidOperationException(
                "SALESINTEL_ROLE splits the work between processes, and these share a Redis: set REDIS_URL, or leave the role at 'all'.");
        }

        // Not disposed here: the store logs for as long as it runs.
        var loggers = LoggerFactory.Create(logging => logging
            .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
            .SetMinimumLevel(LogLevel.Warning)

            // Its own tasks, cancelled when it stops, are told as failures.
            .AddFilter("StoreWrapper", LogLevel.Critical));
        return await EmbeddedStore.StartAsync(folder, loggers, cancellationToken);
    }
}
