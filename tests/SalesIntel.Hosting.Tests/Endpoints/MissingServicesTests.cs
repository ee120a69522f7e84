using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Settings;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Endpoints;

/// <summary>What is mapped or checked without its services says in one sentence which calls to add.</summary>
public sealed class MissingServicesTests
{
    private const string Root = "builder.Services.AddSalesIntel(builder.Configuration)";

    private static readonly Dictionary<string, Action<WebApplication>> Maps = new()
    {
        ["app.MapSalesIntel()"] = app => app.MapSalesIntel(),
        ["app.MapSalesIntelWebhooks()"] = app => app.MapSalesIntelWebhooks(),
        ["app.MapSalesIntelDiagnostics()"] = app => app.MapSalesIntelDiagnostics(),
    };

    public static TheoryData<string> Calls => [.. Maps.Keys];

    [Theory]
    [MemberData(nameof(Calls))]
    public void Without_anything_both_calls_are_named(string call) => Assert.Equal(
        $"{call} needs services that are not registered: add {Root} and, to it, a store, for example .AddRedisStore().",
        Refuse(call, _ => { }));

    [Theory]
    [MemberData(nameof(Calls))]
    public void Without_a_store_a_store_is_named_with_all_else_that_is_wrong(string call)
    {
        var failure = Assert.Throws<SettingsException>(() => Map(call, builder =>
        {
            builder.Configuration["WORKERS"] = "0";
            builder.Services.AddSalesIntel(builder.Configuration);
        }));
        Assert.Equal(
            [
                "WORKERS is '0': must be a whole number from 1 to 256",
                $"No store is registered: add one, for example .AddRedisStore() or .AddMemoryStore(), to {Root}.",
            ],
            failure.Errors);
    }

    [Theory]
    [MemberData(nameof(Calls))]
    public void With_a_store_alone_the_first_call_is_named(string call) => Assert.Equal(
        $"{call} needs services that are not registered: add {Root} and, to it, a store, for example .AddRedisStore().",
        Refuse(call, builder => builder.Services.AddSingleton<IEventStore>(new SwitchableStore(TimeProvider.System))));

    [Fact]
    public async Task A_health_check_names_the_calls_too()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddLogging().AddHealthChecks().AddSalesIntel();
        await using var app = builder.Build();
        var missing = await Assert.ThrowsAsync<InvalidOperationException>(
            () => app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync());
        Assert.StartsWith(
            "AddHealthChecks().AddSalesIntel() needs services that are not registered: add " + Root, missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_whose_health_checks_have_nothing_to_look_at_does_not_start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging().AddHealthChecks().AddSalesIntel().AddSalesIntel("other");
        await using var app = builder.Build();
        app.MapHealthChecks("/health");
        var missing = await Assert.ThrowsAsync<InvalidOperationException>(() => app.StartAsync());
        Assert.StartsWith(
            "AddHealthChecks().AddSalesIntel() needs services that are not registered: add " + Root, missing.Message, StringComparison.Ordinal);
    }

    private static string Refuse(string call, Action<WebApplicationBuilder> add) =>
        Assert.Throws<InvalidOperationException>(() => Map(call, add)).Message;

    private static void Map(string call, Action<WebApplicationBuilder> add)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        add(builder);
        Maps[call](builder.Build());
    }
}
