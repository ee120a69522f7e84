using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Sqlite;

namespace SalesIntel.Hosting.Commands.Store;

/// <summary>What a check has found, for people.</summary>
internal static class CheckReport
{
    public static string Write(SqliteCheckReport report)
    {
        var text = new StringBuilder();
        Line($"{report.Path}: {Size(report.Bytes)}, of which {Size(report.FreeBytes)} free, tables of version {report.SchemaVersion}");
        Line($"events: {Events(report)}");
        Line($"lanes: {report.Lanes}, {(report.OldestDue is { } due ? $"the oldest due since {due.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : "none due")}");
        Line($"leads: {report.Leads}; alerts that are pending: {report.AlertsPending}");
        foreach (var problem in report.Problems)
        {
            Line($"PROBLEM: {problem}");
        }

        return text.Append(report.Problems.Count == 0 ? "The database is sound." : "The database is not sound.").ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }

    public static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MiB");

    private static string Events(SqliteCheckReport report) => report.Events.Count == 0
        ? "none"
        : string.Join(", ", report.Events.OrderBy(count => count.Key).Select(count => $"{count.Value} {Words.Of(count.Key)}"));
}
