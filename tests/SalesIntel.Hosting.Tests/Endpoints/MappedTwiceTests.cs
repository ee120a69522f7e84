using System.Net;
using Microsoft.AspNetCore.Builder;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Endpoints;

/// <summary>Two calls that map the same path would have each request there answered with 500.</summary>
public sealed class MappedTwiceTests
{
    private const string All = "app.MapSalesIntel()";
    private const string Webhooks = "app.MapSalesIntelWebhooks()";
    private const string Diagnostics = "app.MapSalesIntelDiagnostics()";

    private static readonly (string, string) Debug = ("ALLOW_DEBUG_ENDPOINTS", "true");

    private static readonly Dictionary<string, (Action<WebApplication> Map, string First, string Second, string Path)> Wrong = new()
    {
        ["all twice"] = (app => { app.MapSalesIntel(); app.MapSalesIntel(); }, All, All, "/webhooks/calendly"),
        ["webhooks twice"] = (app => { app.MapSalesIntelWebhooks("/in"); app.MapSalesIntelWebhooks("in/"); }, Webhooks, Webhooks, "/in/calendly"),
        ["webhooks besides"] = (app => { app.MapSalesIntel(); app.MapSalesIntelWebhooks("/webhooks"); }, All, Webhooks, "/webhooks/calendly"),
        ["webhooks before"] = (app => { app.MapSalesIntelWebhooks("/WEBHOOKS"); app.MapSalesIntel(); }, Webhooks, All, "/WEBHOOKS/calendly"),
        ["debug besides"] = (app => { app.MapSalesIntel(); app.MapSalesIntelDiagnostics(); }, All, Diagnostics, "/debug/info"),
        ["in one group"] = (
            app => { app.MapGroup("/sales").MapSalesIntel(); app.MapGroup("/sales").MapSalesIntel(); }, All, All, "/sales/webhooks/calendly"),
        ["in a group and by its path"] = (
            app => { app.MapGroup("/sales").MapSalesIntel(); app.MapSalesIntelWebhooks("/sales/webhooks"); }, All, Webhooks, "/sales/webhooks/calendly"),
        ["under two names of a parameter"] = (
            app => { app.MapSalesIntelWebhooks("/{tenant}/in"); app.MapSalesIntelWebhooks("/{customer}/in"); }, Webhooks, Webhooks, "/{tenant}/in/calendly"),
    };

    private static readonly Dictionary<string, Action<WebApplication>> Right = new()
    {
        ["webhooks at a second path"] = app => { app.MapSalesIntel(); app.MapSalesIntelWebhooks("/in"); },
        ["two groups"] = app => { app.MapSalesIntel(); app.MapGroup("/sales").MapSalesIntel(); },
        ["two hosts"] = app => { app.MapSalesIntel(); app.MapSalesIntel().RequireHost("other.example"); },
        ["parts"] = app => { app.MapSalesIntelWebhooks(); app.MapSalesIntelDiagnostics(); },
    };

    public static TheoryData<string> Refused => [.. Wrong.Keys];

    public static TheoryData<string> Taken => [.. Right.Keys];

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Host_does_not_start_and_both_calls_are_named(string what)
    {
        var (map, first, second, path) = Wrong[what];
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => TestHost.StartAsync(map, null, null, Debug));
        Assert.StartsWith($"{first} and {second} both map {path}: keep one of them", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task What_does_not_overlap_is_mapped(string what)
    {
        await using var host = await TestHost.StartAsync(Right[what], null, null, Debug);
        using var answer = await host.Client.PostAsync("/webhooks/calendly", Bodies.Plain(Bodies.Fixture("calendly/invitee_created_full.json")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_maps_nothing_may_be_called_twice()
    {
        await using var host = await TestHost.StartAsync(app =>
        {
            app.MapSalesIntel();
            app.MapSalesIntelDiagnostics();
        });
        using var answer = await host.Client.GetAsync("/healthz");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
