using Microsoft.Extensions.Logging.Console;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Redis;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Commands.Building;

/// <summary>Builds the service, for itself and for the commands that use its parts.</summary>
/// <param name="configure">Adds the services.</param>
/// <param name="map">Maps the endpoints.</param>
/// <param name="overrides">Variables that win over the environment.</param>
internal sealed class ServiceFactory(
    Action<WebApplicationBuilder> configure, Action<WebApplication> map, IReadOnlyDictionary<string, string?> overrides)
{
    // The type that a program makes, one room above this one.
    private const string Program = "SalesIntelHost";

    private const int MostUnread = 128 * 1024;

    // The settings are read once, at the start: nothing would become of a change in a file that is watched.
    private const string ReadOnce = "--hostBuilder:reloadConfigOnChange=false";

    private const string GenericHost = "Microsoft.Extensions.Hosting.Internal.Host";

    /// <summary>The same service with another value of a variable.</summary>
    public ServiceFactory With(string name, string value) =>
        new(configure, map, new Dictionary<string, string?>(overrides) { [name] = value });

    /// <summary>Builds the service; it is not started yet.</summary>
    /// <param name="args">The command line, for the web host.</param>
    /// <exception cref="SettingsException">The configuration can't be used.</exception>
    public WebApplication BuildService(string[] args)
    {
        var builder = WithEnvironment(args);

        // A start that fails is told in one sentence by whoever has begun it, not also with a stack trace.
        var started = false;
        builder.Logging.AddFilter(GenericHost, level => started && level >= LogLevel.Error);
        builder.Services.AddHostedService<IdleMemory>();
        var app = Build(builder);
        app.Lifetime.ApplicationStarted.Register(() => started = true);
        Log.Configuration(app.Logger, ConfigurationFiles.Found(app.Environment.EnvironmentName) is { Count: > 0 } files
            ? $"{string.Join(", ", files)}; the environment wins"
            : $"the environment; there is neither appsettings.json nor .env in {Directory.GetCurrentDirectory()}");
        return app;
    }

    /// <summary>Builds the service for a command that is to use its parts, not to run it: it also works beside a running service, and its
    /// logs go to the error output, warnings and worse only.</summary>
    /// <exception cref="SettingsException">The configuration can't be used.</exception>
    public WebApplication BuildForCommand()
    {
        var builder = WithEnvironment([]);
        builder.Logging.AddFilter((string?)null, LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return Build(builder);
    }

    /// <summary>Uses the settings as they are in force, whether or not they are valid, and where their values come from.</summary>
    /// <param name="use">Uses them.</param>
    /// <exception cref="SettingsException">A file of the configuration can't be read.</exception>
    public async Task<T> UseSettingsAsync<T>(Func<SalesIntelSettings, ValueOrigins, T> use)
    {
        var builder = WithEnvironment([]);
        Configure(builder);
        await using var app = builder.Build();
        RequiredServices.Check(app.Services, Program);
        var origins = new ValueOrigins(builder.Configuration, app.Environment.EnvironmentName);
        return use(app.Services.GetRequiredService<SalesIntelSettings>(), origins);
    }

    private WebApplicationBuilder WithEnvironment(string[] args)
    {
        try
        {
            ConfigurationFiles.ReadVariables();
            var builder = CreateBuilder(args);
            ConfigurationFiles.ReadSettings(builder.Configuration, builder.Environment.EnvironmentName, AppContext.BaseDirectory);
            builder.Configuration.AddInMemoryCollection(overrides);
            return builder;
        }
        catch (InvalidDataException refused)
        {
            throw ConfigurationFiles.Unreadable(refused);
        }
    }

    // Without QUIC, loggers for debuggers, watched files, and IIS where there is none: nobody uses them, and each has its memory.
    private static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { Args = [ReadOnce, .. args], ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Services.AddRouting();
        if (OperatingSystem.IsWindows())
        {
            UseIis(builder.WebHost);
        }

        // The slim builder names a format, which would win over the one that is configured.
        builder.Services.Configure<ConsoleLoggerOptions>(
            console => console.FormatterName = builder.Configuration["Logging:Console:FormatterName"] ?? console.FormatterName);
        return builder;
    }

    // Apart: a call is looked up when the method around it is compiled, whether or not it is made.
    private static void UseIis(ConfigureWebHostBuilder host) => host.UseIIS().UseIISIntegration();

    // Of both stores, so that both are described and checked, and can be copied from one to the other, whichever is used.
    private void Configure(WebApplicationBuilder builder)
    {
        configure(builder);
        builder.Services.AddSettings(RedisStoreOptions.Settings, builder.Configuration);
        builder.Services.AddSettings(SqliteStoreOptions.Settings, builder.Configuration);
    }

    private WebApplication Build(WebApplicationBuilder builder)
    {
        builder.WebHost.UseUrls(ListeningAddresses.Of(builder.Configuration));

        // By default a connection holds up to a megabyte of a body that nobody has asked for yet; a flood of them would be the largest part
        // of this process.
        builder.WebHost.UseSockets(sockets => sockets.MaxReadBufferSize = MostUnread);
        Configure(builder);
        var app = builder.Build();
        try
        {
            // Before anything else is made of them.
            RequiredServices.Validate(app.Services, Program);
            map(app);
            return app;
        }
        catch
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }
}
