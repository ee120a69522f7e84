using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Copying;

namespace SalesIntel.Hosting.Commands.Store;

/// <summary>What a copy has done, for people.</summary>
internal static class CopyText
{
    public static string Write(CopyReport report, bool isToRedis)
    {
        var text = new StringBuilder();
        Line($"{(report.IsContinued ? "Went on with a copy that had been cut off: " : "")}{report.From} -> {report.To}");
        foreach (var (kind, copied) in report.Copied)
        {
            Line($"  {Words.Of(kind),-16} {copied,10} copied {report.Found[kind],10} found");
        }

        Line($"{Counted.Of(report.Compared, "record was", "records were")} read back and compared.");
        if (report.Found[RecordKind.Lane] - report.Copied[RecordKind.Lane] is > 0 and var lanes)
        {
            Line($"NOTE: {Counted.Of(lanes, "lane of the queue was", "lanes of the queue were")} in the target before and stayed there.");
            Line($"What waits there runs when the service starts, even if it was done since. For the copy alone choose an empty target.");
        }

        foreach (var problem in report.Problems)
        {
            Line($"PROBLEM: {problem}");
        }

        return text.Append(report.Problems.Count > 0
            ? "The copy is not whole. Correct what is said above and copy again (--force), or do without it."
            : isToRedis ? "Everything is there. Set REDIS_URL to it and start the service."
            : "Everything is there. Remove REDIS_URL and start the service.").ToString();

        void Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
