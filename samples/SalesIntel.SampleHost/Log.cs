namespace SalesIntel.SampleHost;

internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Critical, "{Loss}", EventName = "EmbeddedStoreLostData")]
    public static partial void DataLost(ILogger logger, string loss);
}
