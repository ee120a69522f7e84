using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesIntel.Hosting.Sqlite;
using SalesIntel.Hosting.Tests.Configuration;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Storage.Sqlite;

public sealed class SqliteRegistrationTests : IAsyncDisposable
{
    private readonly SqliteFolder folder = new();
    private readonly LogLines log = new();

    [Fact]
    public async Task AddSqliteStore_registers_one_store_as_everything_and_opens_nothing()
    {
        await using var host = new ConfiguredHost(
            builder => builder.AddSqliteStore(options => options.DataDirectory = folder.Data).AddSqliteStore());
        Assert.Empty(host.Errors);
        var store = host.Service<SqliteStore>();
        Assert.Same(store, host.Service<IEventStore>());
        Assert.Same(store, host.Service<IWorkQueue>());
        Assert.Same(store, host.Service<ICircuitStore>());
        Assert.Same(store, host.Service<ISharedState>());
        Assert.Same(store, host.Service<IDeadLetterAlerts>());
        Assert.NotNull(host.Service<SqliteMaintenance>());
        Assert.False(Directory.Exists(folder.Data));
        Assert.Equal("sqlite", (await store.GetStatusAsync(default)).Kind);
    }

    [Theory]
    [InlineData("folder", "DATA_DIR")]
    [InlineData("path", "SqliteStoreOptions.Path")]
    [InlineData("life", "EVENT_TTL_SECONDS")]
    [InlineData("lives", "IDEMPOTENCY_TTL_SECONDS")]
    public void Options_that_can_not_be_used_are_refused_with_their_names(string wrong, string name)
    {
        using var host = new ConfiguredHost(
            builder => builder.AddSqliteStore(options =>
        {
            options.DataDirectory = wrong == "folder" ? " " : folder.Data;
            options.Path = wrong == "path" ? "" : null;
            options.EventLife = wrong == "life" ? TimeSpan.Zero : options.EventLife;
            options.IdempotencyLife = wrong == "lives" ? TimeSpan.FromDays(1) : options.IdempotencyLife;
        }));
        Assert.Contains(name, Assert.Single(host.Errors), StringComparison.Ordinal);
        Assert.Throws<OptionsValidationException>(host.Service<SqliteStore>);
    }

    [Fact]
    public async Task Host_opens_the_database_before_anything_else_starts()
    {
        using var host = Create();
        await host.StartAsync();
        Assert.True(File.Exists(folder.File));
        Assert.Equal(1, log.Count("SqliteChecked"));
        await host.StopAsync();
    }

    [Fact]
    public async Task Host_does_not_start_with_a_file_that_somebody_must_do_something_about()
    {
        Directory.CreateDirectory(folder.Data);
        await File.WriteAllTextAsync(folder.File, "This is a letter.".PadRight(5_000));
        using var host = Create();
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());
        Assert.Contains("is no SQLite database", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Host_starts_with_a_trouble_that_passes_and_works_when_it_has()
    {
        await folder.Open().OpenAsync(default);
        using var other = SqliteSamples.Connect(folder.File);
        other.Run("BEGIN IMMEDIATE");
        using var host = Create();
        await host.StartAsync();
        Assert.Equal(1, log.Count("SqliteCheckPutOff"));
        other.Run("COMMIT");
        var store = host.Services.GetRequiredService<IEventStore>();
        Assert.False((await store.AcceptAsync(SqliteSamples.Event("a"), default)).IsDuplicate);
        await host.StopAsync();
    }

    [Fact]
    public async Task Sweep_removes_what_has_ended_and_survives_a_store_that_is_away()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UtcNow);
        var store = folder.Open(time);
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        var sweep = new SqliteRetentionSweep(store, loggers.CreateLogger<SqliteRetentionSweep>());
        await store.AcceptAsync(SqliteSamples.Event("a") with { Status = EventStatus.Ignored, Lane = null }, default);
        time.Advance(TimeSpan.FromDays(31));
        await sweep.Invoke();
        Assert.Equal(0L, SqliteSamples.Run(folder.File, "SELECT count(*) FROM event"));

        File.Delete(folder.File);
        await sweep.Invoke();
        Assert.Equal(1, log.Count("SqliteRetentionPutOff"));
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();

    private IHost Create() => new HostBuilder()
        .ConfigureLogging(logging => logging.AddProvider(log))
        .ConfigureServices(services => services.AddSalesIntel(ConfiguredHost.Variables())
            .AddSqliteStore(options => options.DataDirectory = folder.Data))
        .Build();
}
