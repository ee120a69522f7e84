using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SalesIntel.Simulator;

/// <summary>
/// Stand-ins for Zoho CRM v8 with its token endpoint, Gemini and Slack, over real HTTP on a loopback port. Shares no code with
/// the packages, so that it judges them from outside. Writes nothing to the console and leaves process signals alone.
/// </summary>
public sealed class SimulatorServer : IAsyncDisposable
{
    private static readonly TimeSpan s_stopTime = TimeSpan.FromSeconds(2);

    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping;

    private SimulatorServer(WebApplication app, CancellationTokenSource stopping, SimulatorState state, FaultPlan faults)
    {
        _app = app;
        _stopping = stopping;
        State = state;
        Faults = faults;
        BaseUrl = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>API names of the custom fields that a lead of the simulated organisation has.</summary>
    public static IReadOnlyList<string> CustomFields { get; } =
        [.. FieldCatalog.Leads.Where(field => field.Custom).Select(field => field.ApiName)];

    /// <summary>Address of all stand-ins, with the port that was taken; ends with a slash.</summary>
    public Uri BaseUrl { get; }

    /// <summary>What the stand-ins hold.</summary>
    public SimulatorState State { get; }

    /// <summary>The ordered faults.</summary>
    public FaultPlan Faults { get; }

    /// <summary>Starts the stand-ins; they answer when the task is complete.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SimulatorServer> StartAsync(SimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SimulatorOptions();
        var state = new SimulatorState(options);
        var faults = new FaultPlan(options.TimeProvider);
        var stopping = new CancellationTokenSource();
        var app = Build(options);
        Map(app, options, state, faults, stopping.Token);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await app.DisposeAsync().ConfigureAwait(false);
            stopping.Dispose();
            throw;
        }

        return new SimulatorServer(app, stopping, state, faults);
    }

    /// <inheritdoc cref="SimulatorState.WaitForAsync"/>
    public Task WaitForAsync(Func<SimulatorState, bool> condition, TimeSpan timeout, CancellationToken cancellationToken = default) =>
        State.WaitForAsync(condition, timeout, cancellationToken);

    /// <summary>Ends all access tokens, as an administrator can: the next API call with one gets 401.</summary>
    public void RevokeTokens()
    {
        lock (State.Gate)
        {
            State.Tokens.Revoke();
        }
    }

    /// <summary>Stops listening; requests that hang are cut.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        using var limit = new CancellationTokenSource(s_stopTime);
        await _app.StopAsync(limit.Token).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _stopping.Dispose();
    }

    // The empty builder reads no environment and no files, and logs nowhere.
    private static WebApplication Build(SimulatorOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
            var address = options.Host == "localhost" ? IPAddress.Loopback : IPAddress.Parse(options.Host.Trim('[', ']'));
            kestrel.Listen(address, options.Port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, InertLifetime>();
        return builder.Build();
    }

    private static void Map(WebApplication app, SimulatorOptions options, SimulatorState state, FaultPlan faults, CancellationToken stopping)
    {
        var pipeline = new RequestPipeline(options, state, faults, stopping);
        var zoho = new ZohoRouter(options, state);
        var slack = new SlackEndpoint(state);
        var gemini = new GeminiEndpoint(state);

        app.UseRouting();
        app.MapPost("/oauth/v2/token", http => pipeline.RunAsync(http, FaultTarget.OAuth, "token", isWrite: false, state.Tokens.Answer));
        app.MapPost("/slack/{**path}", http => pipeline.RunAsync(http, FaultTarget.Slack, "message", isWrite: false, slack.Receive));
        app.MapPost("/v1beta/models/{model}", http =>
        {
            var operation = GeminiEndpoint.OperationOf(http.Request.Path.Value!);
            return pipeline.RunAsync(http, FaultTarget.Gemini, operation, isWrite: false, gemini.Answer, gemini.Abandon);
        });
        app.MapGet("/v1beta/models/{model}", http => pipeline.RunAsync(http, FaultTarget.Gemini, "model", isWrite: false, gemini.Describe));
        app.Map("/crm/v8/{**path}", http =>
        {
            var (operation, isWrite, handle) = zoho.Route(http.Request.Method, (string?)http.Request.RouteValues["path"] ?? "");
            return pipeline.RunAsync(http, FaultTarget.Zoho, operation, isWrite, handle);
        });
        app.Map("/crm/{**path}", http =>
            pipeline.RunAsync(http, FaultTarget.Zoho, "unknown", isWrite: false, _ => ZohoErrors.InvalidUrl()));
        new ControlRoutes(state, faults).Map(app);
    }
}
