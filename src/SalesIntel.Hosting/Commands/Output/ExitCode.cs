namespace SalesIntel.Hosting.Commands.Output;

/// <summary>What the commands end with.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Nothing matched, was found, or could be replayed; or what was looked at is not sound.</summary>
    public const int Nothing = 1;

    /// <summary>The command line, the configuration or the store can't be used.</summary>
    public const int Unusable = 2;

    /// <summary>The service's store can't be started.</summary>
    public const int NotStarted = 3;

    /// <summary>Ended by Ctrl+C, as shells say it.</summary>
    public const int Interrupted = 130;
}
