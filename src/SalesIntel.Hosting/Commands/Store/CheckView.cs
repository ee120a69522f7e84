using SalesIntel.Hosting.Commands.Output;
using SalesIntel.Hosting.Sqlite;

namespace SalesIntel.Hosting.Commands.Store;

/// <summary>What <c>store check --json</c> prints.</summary>
internal sealed record CheckView(
    string Path,
    int SchemaVersion,
    long Bytes,
    long FreeBytes,
    IReadOnlyDictionary<string, long> Events,
    long Lanes,
    long AlertsPending,
    long Leads,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? OldestDue,
    IReadOnlyList<string> Problems)
{
    public static CheckView Of(SqliteCheckReport report) => new(
        report.Path,
        report.SchemaVersion,
        report.Bytes,
        report.FreeBytes,
        report.Events.ToDictionary(count => Words.Of(count.Key), count => count.Value),
        report.Lanes,
        report.AlertsPending,
        report.Leads,
        report.OldestDue,
        report.Problems);

    public string ToJson() => JsonSerializer.Serialize(this, StoreJson.Readable.CheckView);
}
