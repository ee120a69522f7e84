namespace SalesIntel.Hosting.Sqlite;

/// <summary>What a check of the database has found; as <c>store check --json</c> prints it. Of a database that an older version has written, and that the next start brings up to
/// date, nothing is counted.</summary>
internal sealed record SqliteCheckReport
{
    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>Number of the last change of the tables that the file has.</summary>
    public required int SchemaVersion { get; init; }

    /// <summary>Size of the file, bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Of these, bytes that are free and will be used again.</summary>
    public required long FreeBytes { get; init; }

    /// <summary>Events by where they stand; a status without events is not there.</summary>
    public IReadOnlyDictionary<EventStatus, long> Events { get; init; } = new Dictionary<EventStatus, long>();

    /// <summary>Lanes with events.</summary>
    public long Lanes { get; init; }

    /// <summary>Dead letters whose alert is pending.</summary>
    public long AlertsPending { get; init; }

    /// <summary>Leads of which something is kept.</summary>
    public long Leads { get; init; }

    /// <summary>Since when the longest-due lane has been due, UTC; null when nothing is due.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateTimeOffset? OldestDue { get; init; }

    /// <summary>What is damaged or does not belong together, one sentence each, with what to do; empty when the database is
    /// sound.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
