using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SalesIntel.Hosting.Configuration;
using SalesIntel.Hosting.Queueing;
using SalesIntel.Hosting.Tests.Hosts;

namespace SalesIntel.Hosting.Tests.Queueing;

/// <summary>A process that only receives takes nothing from the queue, wherever its role is said.</summary>
public sealed class RoleTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Role_api_takes_no_event_and_speaks_of_no_worker(bool inCode)
    {
        await using var host = await TestHost.StartAsync(
            null,
            builder => builder.AddCoravelProcessing().Services.Configure<HostingOptions>(options =>
                options.Role = inCode ? HostRole.Api : options.Role),
            ("SALESINTEL_ROLE", inCode ? "all" : "api"));
        await host.Services.GetServices<IHostedService>().OfType<EventPump>().Single().ExecuteTask!;

        var health = JsonDocument.Parse(await host.Client.GetStringAsync("/healthz")).RootElement;
        Assert.Equal(0, host.Store.Claims);
        Assert.Equal("api", health.GetProperty("role").GetString());
        Assert.False(health.TryGetProperty("pump", out _));
    }
}
