using SalesIntel.Settings;

namespace SalesIntel.Hosting.Commands.Building;

/// <summary>Where the service listens: <c>urls</c>, else <c>PORT</c>, else port 8000 of this machine. They are read here, since the web host would
/// take a port that is none for a part of a name, and listen on port 80 of all addresses.</summary>
internal static class ListeningAddresses
{
    /// <summary>The port without a setting.</summary>
    public const int DefaultPort = 8000;

    private const string Port = "PORT";

    /// <summary>The addresses.</summary>
    /// <exception cref="SettingsException">One of them can't be read.</exception>
    public static string[] Of(IConfiguration configuration)
    {
        if (configuration[WebHostDefaults.ServerUrlsKey] is { } urls && !string.IsNullOrWhiteSpace(urls))
        {
            string[] all = [.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            return all.All(IsAddress) ? all : throw new SettingsException(
                [.. all.Where(url => !IsAddress(url)).Select(url => $"{WebHostDefaults.ServerUrlsKey} is '{url}': must be http://HOST:PORT, "
                    + "e.g. http://127.0.0.1:8000, several with ';' between them")]);
        }

        return configuration[Port] is not { } port || string.IsNullOrWhiteSpace(port) ? [$"http://127.0.0.1:{DefaultPort}"]

            // A platform that gives a port (Render, Cloud Run) also expects it to be reachable from outside.
            : ReadPort(port.Trim()) is { } number ? [string.Create(CultureInfo.InvariantCulture, $"http://0.0.0.0:{number}")]
            : throw new SettingsException([$"{Port} is '{port}': must be a whole number from 1 to {ushort.MaxValue}"]);
    }

    /// <summary>A port as a user writes it; null when it is none.</summary>
    public static int? ReadPort(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= ushort.MaxValue ? port : null;

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return address.IsUnixPipe || address.IsNamedPipe
                || (address.Port is >= 0 and <= ushort.MaxValue && (!address.Host.Contains(':', StringComparison.Ordinal) || address.Host.EndsWith(']')));
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
