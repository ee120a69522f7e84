using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesIntel.EndToEnd.Tests.Support;

namespace SalesIntel.EndToEnd.Tests.Commands;

/// <summary>What <c>health</c> says of a service that is well, of one that is not, and of none.</summary>
public sealed class HealthCommandTests
{
    private static readonly CommandLine Commands = new([]);

    [Fact]
    public async Task Service_that_is_well_ends_with_0()
    {
        await using var host = await RunningHost.StartAsync();
        var port = $"{host.Http.BaseAddress!.Port}";

        var text = await Commands.LineAsync("health", "--port", port);
        Assert.Equal((0, ""), (text.Code, text.Error));
        Assert.StartsWith("{\"status\":\"ok\"", text.Output, StringComparison.Ordinal);

        var json = await Commands.LineAsync("health", "--port", port, "--json");
        Assert.Equal((0, ""), (json.Code, json.Error));
        Assert.Equal($"http://127.0.0.1:{port}/healthz", json.Json.GetProperty("url").GetString());
        Assert.True(json.Json.GetProperty("healthy").GetBoolean());
        Assert.Equal(200, json.Json.GetProperty("http_status").GetInt32());
        Assert.Equal("ok", json.Json.GetProperty("answer").GetProperty("status").GetString());
    }

    [Fact]
    public async Task Service_that_is_not_well_ends_with_1()
    {
        // As a host answers that has health checks of its own there.
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHealthChecks().AddCheck("store", () => HealthCheckResult.Unhealthy("away"));
        await using var app = builder.Build();
        app.MapHealthChecks("/healthz");
        await app.StartAsync();

        var json = await Commands.LineAsync("health", "--port", $"{new Uri(app.Urls.First()).Port}", "--json");
        Assert.Equal((1, ""), (json.Code, json.Error));
        Assert.Equal((false, 503), (json.Json.GetProperty("healthy").GetBoolean(), json.Json.GetProperty("http_status").GetInt32()));
        Assert.Equal("Unhealthy", json.Json.GetProperty("answer").GetString());
    }

    [Fact]
    public async Task No_answer_ends_with_2_and_says_why()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        var json = await Commands.LineAsync("health", "--port", $"{port}", "--json");
        Assert.Equal(2, json.Code);
        Assert.False(json.Json.GetProperty("healthy").GetBoolean());
        var error = json.Json.GetProperty("error").GetString()!;
        Assert.StartsWith($"The service does not answer on port {port}: ", error, StringComparison.Ordinal);
        Assert.Equal(error, json.Error.Trim());

        var text = await Commands.LineAsync("health", "--port", $"{port}");
        Assert.Equal((2, "", error), (text.Code, text.Output, text.Error.Trim()));
    }
}
