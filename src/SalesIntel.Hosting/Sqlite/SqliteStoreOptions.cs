using SalesIntel.Hosting.Configuration;
using SalesIntel.Settings;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>Where the SQLite store is and how long it keeps things.</summary>
public sealed class SqliteStoreOptions
{
    private static readonly SettingForm UsablePath = new(
        "the path of a folder", path => !string.IsNullOrWhiteSpace(path) && !path.Contains('\0', StringComparison.Ordinal));

    /// <summary>The settings that fill these options.</summary>
    public static SettingsGroup<SqliteStoreOptions> Settings { get; } = new SettingsGroup<SqliteStoreOptions>()
        .Text("DATA_DIR", o => o.DataDirectory, (o, v) => o.DataDirectory = v, "where the SQLite store keeps its file", UsablePath)
        .Text(null, o => o.Path, (o, v) => o.Path = v, form: UsablePath with { MustBe = "the path of a file" })
        .Lives(o => o.EventLife, (o, v) => o.EventLife = v, o => o.IdempotencyLife, (o, v) => o.IdempotencyLife = v)
        .Rule(o => o.Path?.Length == 0
            ? "SqliteStoreOptions.Path is empty: set the file of the database, or leave it null for the one in DATA_DIR"
            : null);

    /// <summary>The name of the file in <see cref="DataDirectory"/>.</summary>
    public const string FileName = "salesintel.db";

    /// <summary>The folder of the file, which is then called <see cref="FileName"/>. Created when it is missing, for this user alone. Must
    /// be on a local disk. Environment <c>DATA_DIR</c>.</summary>
    /// <value>Default: <c>./data</c>.</value>
    public string DataDirectory { get; set; } = "./data";

    /// <summary>The file, instead of the one in <see cref="DataDirectory"/>.</summary>
    /// <value>Default: null.</value>
    public string? Path { get; set; }

    /// <summary>How long an event is kept after it has ended. Environment <c>EVENT_TTL_SECONDS</c>.</summary>
    /// <value>Default: 30 days.</value>
    public TimeSpan EventLife { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long idempotency keys, leads and assignments of meetings are kept. Environment
    /// <c>IDEMPOTENCY_TTL_SECONDS</c>.</summary>
    /// <value>Default: 90 days.</value>
    public TimeSpan IdempotencyLife { get; set; } = TimeSpan.FromDays(90);

    /// <summary>What was accepted is on the disk before it is answered (<c>synchronous=FULL</c>). False is faster: a crash of the process
    /// still loses nothing, but a power cut may lose what was accepted in the last moments.</summary>
    /// <value>Default: true.</value>
    public bool SyncOnCommit { get; set; } = true;

    /// <summary>The file, with its folder.</summary>
    public string FilePath => System.IO.Path.GetFullPath(Path ?? System.IO.Path.Combine(DataDirectory, FileName));

    /// <summary>No other process may use the file as long as the store does.</summary>
    internal bool IsAlone { get; set; }

    /// <summary>The tables; another than the program's own only in tests of upgrades.</summary>
    internal SqliteSchema Schema { get; set; } = SqliteSchema.Current;

    /// <summary>What limits the waits for the disk and for other processes: they take their time whatever clock the store goes by. Another
    /// only in tests.</summary>
    internal TimeProvider Machine { get; set; } = TimeProvider.System;

    /// <summary>As if the disk were full with so many pages; null = no limit.</summary>
    internal long? MostPages { get; set; }
}
