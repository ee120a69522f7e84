using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Endpoints;

/// <summary>What the host answers itself is the same, byte for byte, with and without SalesIntel in it.</summary>
public sealed partial class GoodGuestTests
{
    private static readonly (string Method, string Path)[] HostsOwn =
    [
        ("GET", "/"), ("GET", "/unknown"), ("GET", "/mine"), ("HEAD", "/mine"), ("GET", "/mine/posted"), ("POST", "/mine/posted"),
        ("DELETE", "/mine"), ("GET", "/mine/json"), ("GET", "/mine/problem"), ("GET", "/mine/failure"), ("GET", "/webhook"),
        ("POST", "/webhooks/stripe"), ("GET", "/webhooks/stripe"), ("GET", "/debug/mine/1"), ("POST", "/debug/mine/1"),
        ("GET", "/debug/mine/not-a-number"),
    ];

    public static TheoryData<string> Kinds => [.. GuestHost.Kinds];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_hosts_own_answers_are_the_same_as_without_SalesIntel(string kind)
    {
        await using var alone = await GuestHost.StartAsync(kind, null);
        await using var together = await GuestHost.StartAsync(kind, app => app.MapSalesIntel());
        foreach (var (method, path) in HostsOwn)
        {
            Assert.Equal(await AskAsync(alone, method, path), await AskAsync(together, method, path));
        }
    }

    [Fact]
    public async Task The_hosts_own_404_is_empty()
    {
        await using var host = await GuestHost.StartAsync("bare", app => app.MapSalesIntel());
        using var answer = await host.Client.GetAsync("/mine");
        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Null(answer.Content.Headers.ContentType);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task SalesIntels_own_answers_do_not_depend_on_the_host(string kind)
    {
        await using var host = await GuestHost.StartAsync(kind, app => app.MapSalesIntel());
        await AssertProblemAsync("GET", "/webhooks/calendly", HttpStatusCode.MethodNotAllowed, "Method Not Allowed", "POST");
        await AssertProblemAsync("GET", "/webhooks", HttpStatusCode.NotFound, "Not Found");
        await AssertProblemAsync("POST", "/webhooks/calendly/more", HttpStatusCode.NotFound, "Not Found");
        await AssertProblemAsync("DELETE", "/healthz", HttpStatusCode.MethodNotAllowed, "Method Not Allowed", "GET");
        await AssertProblemAsync("GET", "/debug/other", HttpStatusCode.NotFound, "Not Found");
        await AssertProblemAsync("PUT", "/debug/info", HttpStatusCode.MethodNotAllowed, "Method Not Allowed", "GET");
        using var health = await host.Client.GetAsync("/healthz");
        Assert.StartsWith("""{"status":"ok","store":{"kind":"memory",""", await health.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        async Task AssertProblemAsync(string method, string path, HttpStatusCode status, string title, params string[] allow)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            using var answer = await host.Client.SendAsync(request);
            await Problems.AssertAsync(answer, status, title);
            Assert.Equal(allow, answer.Content.Headers.Allow);
        }
    }

    [Fact]
    public void The_hosts_pipeline_gets_no_filter()
    {
        var services = new ServiceCollection();
        services.AddSalesIntel(new ConfigurationBuilder().Build()).AddRedisStore().AddCoravelProcessing().AddSlackAlerts();
        Assert.DoesNotContain(services, service => service.ServiceType == typeof(IStartupFilter));
    }

    private static async Task<string> AskAsync(GuestHost host, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        try
        {
            using var answer = await host.Client.SendAsync(request);
            answer.Headers.Date = null;
            var body = TraceId().Replace(await answer.Content.ReadAsStringAsync(), "");
            return $"{method} {path}\n{(int)answer.StatusCode}\n{answer.Headers}{answer.Content.Headers}{body}";
        }
        catch (HttpRequestException exception)
        {
            return $"{method} {path}\n{exception.HttpRequestError}";
        }
    }

    [GeneratedRegex("\"trace-id\":\"[^\"]*\"", RegexOptions.IgnoreCase)]
    private static partial Regex TraceId();
}
