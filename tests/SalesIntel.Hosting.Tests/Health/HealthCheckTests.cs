using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Time.Testing;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Health;

/// <summary>The host's own health checks say the same as <c>/healthz</c>.</summary>
public sealed class HealthCheckTests
{
    [Fact]
    public async Task A_process_without_worker_is_healthy_when_its_store_answers()
    {
        await using var host = await TestHost.StartAsync(null, builder => builder.Services.AddHealthChecks().AddSalesIntel());
        var report = await CheckAsync(host);
        Assert.Equal(HealthStatus.Healthy, report.Status);
        Assert.Equal(["salesintel-store", "salesintel-worker"], report.Entries.Keys.Order());
        Assert.Equal("memory", report.Entries["salesintel-store"].Data["kind"]);
        Assert.Equal("This process runs no worker.", report.Entries["salesintel-worker"].Description);
    }

    [Fact]
    public async Task A_store_that_is_away_fails_its_check_alone_and_gives_the_reason()
    {
        await using var host = await TestHost.StartAsync(null, builder => builder.Services.AddHealthChecks()
            .AddSalesIntel("mine", HealthStatus.Degraded, ["ready"]));
        host.Store.IsAway = true;
        var report = await CheckAsync(host);
        var (store, worker) = (report.Entries["mine-store"], report.Entries["mine-worker"]);
        Assert.Equal((HealthStatus.Degraded, HealthStatus.Healthy), (store.Status, worker.Status));
        Assert.Equal("The store is away: The test store is away.", store.Description);
        Assert.Equal([["ready"], ["ready"]], [store.Tags, worker.Tags]);
    }

    [Fact]
    public async Task A_store_that_hangs_fails_its_check_after_its_time_limit()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await TestHost.StartAsync(time, builder => builder.Services.AddHealthChecks().AddSalesIntel());
        host.Store.Hangs = true;
        var checking = CheckAsync(host);
        await host.Store.Asked.Task;
        time.Advance(TimeSpan.FromSeconds(2.9));
        Assert.False(checking.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));
        Assert.Equal("The store did not answer within 3 s.", (await checking).Entries["salesintel-store"].Description);
    }

    [Fact]
    public async Task A_worker_that_has_not_looked_for_work_fails_its_check_unless_all_workers_are_busy()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var host = await TestHost.StartAsync(time, builder =>
        {
            builder.Services.AddSingleton<PumpHealth>();
            builder.Services.AddHealthChecks().AddSalesIntel();
        });
        var pump = host.Services.GetRequiredService<PumpHealth>();
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.Equal(HealthStatus.Healthy, (await WorkerAsync()).Status);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HealthStatus.Unhealthy, (await WorkerAsync()).Status);
        Assert.Contains("silent", (await WorkerAsync()).Description, StringComparison.Ordinal);
        pump.Saturated(true);
        Assert.Equal(HealthStatus.Healthy, (await WorkerAsync()).Status);

        async Task<HealthReportEntry> WorkerAsync() => (await CheckAsync(host)).Entries["salesintel-worker"];
    }

    [Fact]
    public void A_name_is_needed() => Assert.Throws<ArgumentException>(
        () => new ServiceCollection().AddHealthChecks().AddSalesIntel(" "));

    private static Task<HealthReport> CheckAsync(TestHost host) =>
        host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
}
