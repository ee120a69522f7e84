using Coravel.Invocable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SalesIntel.Alerts;
using SalesIntel.Hosting.Alerts;
using SalesIntel.Storage.Contract;

namespace SalesIntel.Hosting.Tests.Hosts;

/// <summary>A process that raises alerts. Sweeps are asked for by the test, the scheduler is left out.</summary>
internal sealed class AlertHost : IAsyncDisposable
{
    private readonly IHost host;

    private AlertHost(IHost host, LogLines log)
    {
        this.host = host;
        Log = log;
    }

    public LogLines Log { get; }

    public IAlerts Alerts => host.Services.GetRequiredService<IAlerts>();

    public static async Task<AlertHost> StartAsync(
        SlackStandIn slack, ISharedState? shared = null, string window = "0.1", TimeProvider? time = null)
    {
        var log = new LogLines();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["SLACK_WEBHOOK_URL"] = slack.Url,
            ["ALERT_WINDOW_SECONDS"] = window,
        });
        if (shared is not null)
        {
            builder.Services.AddSingleton(shared);
        }

        if (shared is IDeadLetterAlerts pending)
        {
            builder.Services.AddSingleton(pending);
        }

        if (time is not null)
        {
            builder.Services.AddSingleton(time);
        }

        builder.Services.AddSalesIntel(builder.Configuration).AddMemoryStore().AddSlackAlerts();
        var host = builder.Build();
        await host.StartAsync();
        return new AlertHost(host, log);
    }

    public Task RaiseAsync(string fingerprint, string eventId = "", bool isAllClear = false) => Alerts.RaiseAsync(
        new Alert { Fingerprint = fingerprint, Title = $"Trouble {fingerprint}", EventId = eventId, IsAllClear = isAllClear }, default).AsTask();

    public Task SweepAsync() => InvokeAsync<PendingNoticeSweep>();

    public Task SweepDeadLetterAlertsAsync() => InvokeAsync<DeadLetterAlertSweep>();

    private async Task InvokeAsync<T>()
        where T : IInvocable
    {
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<T>().Invoke();
    }

    public Task StopAsync() => host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
