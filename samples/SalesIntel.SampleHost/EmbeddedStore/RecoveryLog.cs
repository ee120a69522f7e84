using Microsoft.Extensions.Logging;

namespace SalesIntel.SampleHost;

internal static partial class RecoveryLog
{
    [LoggerMessage(4002, LogLevel.Warning,
        "The recovery of {Folder} came back without all that was there (at {Stored}, the file sentinel at {Expected}): attempt {Attempt} of {Attempts}",
        EventName = "RecoveredTooLittle")]
    public static partial void TooLittle(ILogger logger, string folder, long stored, long expected, int attempt, int attempts);
}
