using SalesIntel.Settings;

namespace SalesIntel.SampleHost;

/// <summary>The service itself.</summary>
internal static class ServiceCommand
{
    /// <summary>Runs until it is told to stop. 2 = the configuration can't be used, 3 = the store can't be started.</summary>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        try
        {
            await using var app = await ServiceHost.BuildAsync(args, new Dictionary<string, string?>());
            await app.RunAsync(cancellationToken);
            return 0;
        }
        catch (SettingsException exception)
        {
            await Console.Error.WriteLineAsync("SalesIntel can't start; the configuration needs a correction:");
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
        catch (InvalidOperationException exception)
        {
            await Console.Error.WriteLineAsync($"SalesIntel can't start: {exception.Message}");
            return 3;
        }
    }
}
