using SalesIntel.Storage.Contract;

namespace SalesIntel.Operations;

internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Information, "Event {EventId}: replayed from stage {Stage}", EventName = "Replayed")]
    public static partial void Replayed(ILogger logger, string eventId, Stage stage);
}
