using System.Globalization;
using System.Runtime.InteropServices;
using SalesIntel.Simulator;

var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var url = new Uri(settings["urls"] ?? "http://127.0.0.1:9099");
TimeSpan Milliseconds(string name) => TimeSpan.FromMilliseconds(settings.GetValue(name, 0));

using var stop = new CancellationTokenSource();
void OnSignal(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);

var options = new SimulatorOptions
{
    Host = url.Host,
    Port = url.Port,
    LeadsModule = settings["leads-module"] ?? "Leads",
    TokenLife = TimeSpan.FromSeconds(settings.GetValue("token-seconds", 3600)),
    TokensPerTenMinutes = settings.GetValue("tokens-per-ten-minutes", 10),
    ZohoConcurrencyLimit = settings.GetValue<int?>("zoho-concurrency"),
    ZohoIndexDelay = Milliseconds("zoho-index-delay-ms"),
    ZohoTimeOffset = settings["zoho-offset-hours"] is { } hours
        ? TimeSpan.FromHours(double.Parse(hours, CultureInfo.InvariantCulture))
        : null,
    ZohoLatency = Milliseconds("zoho-latency-ms"),
    OAuthLatency = Milliseconds("oauth-latency-ms"),
    GeminiLatency = Milliseconds("gemini-latency-ms"),
    GeminiJitter = Milliseconds("gemini-jitter-ms"),
    SlackLatency = Milliseconds("slack-latency-ms"),
};
foreach (var scope in settings["missing-scopes"]?.Split(',') ?? [])
{
    options.MissingScopes.Add(scope);
}

await using var simulator = await SimulatorServer.StartAsync(options, stop.Token);

Console.WriteLine($"Zoho, Gemini and Slack stand-ins listen on {simulator.BaseUrl}");
var stopped = new TaskCompletionSource();
await using var registration = stop.Token.Register(stopped.SetResult);
await stopped.Task;
