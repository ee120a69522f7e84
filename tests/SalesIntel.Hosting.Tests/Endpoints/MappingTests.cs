using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Tests.Hosts;
using SalesIntel.Settings;
using SalesIntel.Storage.Contract;
using SalesIntel.Webhooks;

namespace SalesIntel.Hosting.Tests.Endpoints;

public sealed class MappingTests
{
    private static readonly (string, string) Debug = ("ALLOW_DEBUG_ENDPOINTS", "true");

    [Theory]
    [InlineData("/hooks/in", "/hooks/in")]
    [InlineData("hooks", "/hooks")]
    [InlineData("/hooks/", "/hooks")]
    [InlineData("/{tenant}/hooks", "/acme/hooks")]
    public async Task Webhooks_stand_where_the_host_wants_them_and_nothing_else_is_mapped(string pattern, string address)
    {
        await using var host = await TestHost.StartAsync(app => app.MapSalesIntelWebhooks(pattern), null, null, Debug);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, $"{address}/calendly")).Status);
        using var other = await host.Client.PostAsync($"{address}/other", Bodies.Plain([]));
        await Problems.AssertAsync(other, HttpStatusCode.NotFound, "Not Found");
        Assert.Equal((HttpStatusCode.NotFound, ""), await PostAsync(host, "/webhooks/calendly"));
        Assert.Equal((HttpStatusCode.NotFound, ""), await GetAsync(host, "/healthz"));
        Assert.Equal((HttpStatusCode.NotFound, ""), await GetAsync(host, "/debug/info"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("/", "")]
    [InlineData("/{tenant}", "/acme")]
    public async Task Without_a_fixed_segment_unknown_paths_remain_the_hosts(string pattern, string address)
    {
        await using var host = await TestHost.StartAsync(app => app.MapSalesIntelWebhooks(pattern));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, $"{address}/calendly")).Status);
        using var wrong = await host.Client.GetAsync($"{address}/calendly");
        await Problems.AssertAsync(wrong, HttpStatusCode.MethodNotAllowed, "Method Not Allowed");
        Assert.Equal((HttpStatusCode.NotFound, ""), await GetAsync(host, $"{address}/unknown"));
    }

    [Fact]
    public async Task Diagnostics_can_be_mapped_alone()
    {
        await using var host = await TestHost.StartAsync(app => app.MapSalesIntelDiagnostics(), null, null, Debug);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(host, "/debug/info")).Status);
        Assert.Equal((HttpStatusCode.NotFound, ""), await GetAsync(host, "/healthz"));
        Assert.Equal((HttpStatusCode.NotFound, ""), await PostAsync(host, "/webhooks/calendly"));
    }

    [Fact]
    public async Task Everything_can_stand_in_a_group_of_the_host()
    {
        await using var host = await TestHost.StartAsync(app => app.MapGroup("/sales").MapSalesIntel(), null, null, Debug);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, "/sales/webhooks/calendly")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(host, "/sales/healthz")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(host, "/sales/debug/info")).Status);
        Assert.Equal((HttpStatusCode.NotFound, ""), await GetAsync(host, "/sales"));
        Assert.Equal((HttpStatusCode.NotFound, ""), await GetAsync(host, "/healthz"));
    }

    [Fact]
    public async Task Conventions_hold_for_all_endpoints()
    {
        var mark = new object();
        await using var host = await TestHost.StartAsync(
            app => app.MapSalesIntel().WithMetadata(mark), null, null, Debug);
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        Assert.Equal(14, endpoints.Count);
        Assert.All(endpoints, endpoint => Assert.Contains(mark, endpoint.Metadata));
    }

    [Fact]
    public async Task A_worker_maps_no_webhooks()
    {
        await using var host = await TestHost.StartAsync(
            app => app.MapSalesIntelWebhooks(), null, null, ("SALESINTEL_ROLE", "worker"));
        Assert.Empty(host.Services.GetRequiredService<EndpointDataSource>().Endpoints);
    }

    [Theory]
    [InlineData("singleton")]
    [InlineData("transient")]
    [InlineData("instance")]
    public async Task A_source_of_the_host_has_an_address(string registered)
    {
        await using var host = await TestHost.StartAsync(null, builder => _ = registered switch
        {
            "singleton" => builder.Services.AddSingleton<IWebhookSource>(_ => new OwnSource()),
            "transient" => builder.Services.AddTransient<IWebhookSource>(_ => new OwnSource()),
            _ => builder.Services.AddSingleton<IWebhookSource>(new OwnSource()),
        });
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, "/webhooks/hubpoint")).Status);
        List<WebhookEvent> stored = [];
        await foreach (var accepted in host.Store.Inner.ListAsync(new EventFilter(), default))
        {
            stored.Add(accepted);
        }

        Assert.Equal("hubpoint", Assert.Single(stored).Source);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(host, "/webhooks/calendly")).Status);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("{id}")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_source_whose_name_makes_no_address_is_refused(string? name)
    {
        var refused = await RefuseAsync(new OwnSource(name), new OwnSource(name));
        Assert.StartsWith(
            $"The webhook source {typeof(OwnSource)} has the Name '{name}', which can't be part of a URL: use letters and digits",
            refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_sources_that_share_an_address_are_named_at_once()
    {
        var refused = (await RefuseAsync(new OwnSource("Calendly"), new OwnSource("twin"), new OwnSource("twin"))).Split(Environment.NewLine);
        Assert.Equal(2, refused.Length);
        Assert.Equal(
            $"The webhook sources SalesIntel.Webhooks.Calendly.CalendlySource and {typeof(OwnSource)} have the same Name 'calendly', so "
            + "their webhooks would have the same address: give each a Name of its own.",
            refused[0]);
        Assert.Contains("'twin'", refused[1], StringComparison.Ordinal);
    }

    private static async Task<string> RefuseAsync(params OwnSource[] sources)
    {
        var refused = await Assert.ThrowsAsync<SettingsException>(() => TestHost.StartAsync(null, builder =>
        {
            foreach (var source in sources)
            {
                builder.Services.AddSingleton<IWebhookSource>(source);
            }
        }));
        return string.Join(Environment.NewLine, refused.Errors);
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(TestHost host, string path)
    {
        using var answer = await host.Client.GetAsync(path);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(TestHost host, string path)
    {
        using var answer = await host.Client.PostAsync(path, Bodies.Plain(Bodies.Fixture("calendly/invitee_created_full.json")));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
