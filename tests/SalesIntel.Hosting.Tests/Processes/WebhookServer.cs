using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SalesIntel.Hosting.Tests.Processes;

/// <summary>Receives webhooks in a process of its own, whose memory can be measured.</summary>
internal static class WebhookServer
{
    /// <summary>Receives until it is killed, and says on its output where.</summary>
    /// <param name="file">The database; empty for a store in memory.</param>
    /// <param name="settings">Variables, each NAME=value.</param>
    public static async Task RunAsync(string file, IEnumerable<string> settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseSockets(sockets => sockets.MaxReadBufferSize = 128 * 1024).UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(settings.Select(one => one.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])));
        builder.Configuration.AddInMemoryCollection([new("SALESINTEL_ROLE", "api")]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.AddRoutingCore();
        var salesIntel = builder.Services.AddSalesIntel(builder.Configuration);
        if (file.Length > 0)
        {
            salesIntel.AddSqliteStore(store => store.Path = file);
        }
        else
        {
            salesIntel.AddMemoryStore();
        }

        await using var app = builder.Build();
        app.UseRouting();
        app.MapSalesIntel();
        await app.StartAsync();
        await Console.Out.WriteLineAsync($"listens {app.Urls.First()}");
        await Console.Out.FlushAsync();
        await Task.Delay(Timeout.Infinite);
    }
}
