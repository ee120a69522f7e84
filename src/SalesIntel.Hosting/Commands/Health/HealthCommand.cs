using System.CommandLine;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Commands.Syntax;

namespace SalesIntel.Hosting.Commands.Health;

/// <summary>Asks the service on this machine whether it is well; for an image, which has no other program that could.</summary>
internal static class HealthCommand
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    /// <summary>The command. 0 = well, 1 = not well, 2 = no answer.</summary>
    public static Command Create()
    {
        var port = new Option<int>("--port")
        {
            Description = "Port of the service.",
            CustomParser = result => ListeningAddresses.ReadPort(OptionValue.Text(result))
                ?? OptionValue.Fail<int>(result, $"--port takes a number from 1 to {ushort.MaxValue}."),
            DefaultValueFactory = _ =>
                ListeningAddresses.ReadPort(Environment.GetEnvironmentVariable("PORT")) ?? ListeningAddresses.DefaultPort,
        };
        var json = JsonOption.Create();
        var command = new ExampleCommand(
            "health",
            "Ask the running service at /healthz on this machine; exit code 0 when it is well.",
            "health",
            "health --port 9000 --json")
        {
            port, json,
        };
        command.SetAction((parsed, cancellationToken) =>
            RunAsync(parsed.GetValue(port), parsed.GetValue(json), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int port, bool asJson, InvocationConfiguration io, CancellationToken cancellationToken)
    {
        var url = new Uri($"http://127.0.0.1:{port}/healthz");
        using var http = new HttpClient { Timeout = Limit };
        try
        {
            using var response = await http.GetAsync(url, cancellationToken);
            var answer = await response.Content.ReadAsStringAsync(cancellationToken);
            var isWell = response.IsSuccessStatusCode;
            await io.Output.WriteLineAsync(asJson
                ? new HealthDocument(url, isWell) { HttpStatus = (int)response.StatusCode, Answer = InnerJson.Of(answer) }.ToJson()
                : answer);
            return isWell ? ExitCode.Done : ExitCode.Nothing;
        }
        catch (Exception exception) when (exception is HttpRequestException
            || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var why = exception is HttpRequestException ? exception.Message : $"nothing came within {Counted.Of((long)Limit.TotalSeconds, "second")}";
            var error = $"The service does not answer on port {port}: {why}";
            if (asJson)
            {
                await io.Output.WriteLineAsync(new HealthDocument(url, Healthy: false) { Error = error }.ToJson());
            }

            await io.Error.WriteLineAsync(error);
            return ExitCode.Unusable;
        }
    }
}
