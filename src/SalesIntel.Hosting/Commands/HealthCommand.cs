using System.CommandLine;
using SalesIntel.Hosting.Commands.Building;
using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Commands.Syntax;

namespace SalesIntel.Hosting.Commands;

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
        var command = new ExampleCommand(
            "health", "Ask the running service at /healthz on this machine; exit code 0 when it is well.", "health", "health --port 9000")
        {
            port,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(port), parsed.InvocationConfiguration, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int port, InvocationConfiguration io, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Limit };
        try
        {
            using var response = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/healthz"), cancellationToken);
            await io.Output.WriteLineAsync(await response.Content.ReadAsStringAsync(cancellationToken));
            return response.IsSuccessStatusCode ? ExitCode.Done : ExitCode.Nothing;
        }
        catch (Exception exception) when (exception is HttpRequestException
            || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            await io.Error.WriteLineAsync($"Nothing answers on port {port}: {exception.Message}");
            return ExitCode.Unusable;
        }
    }
}
