namespace SalesIntel.Hosting.Sqlite;

/// <summary>The database's tables, brought up to date in numbered steps. The number of the last one stands in the file
/// (<c>user_version</c>); <c>application_id</c> says whose file it is.</summary>
/// <param name="migrations">Each step as SQL, the first is number 1.</param>
internal sealed class SqliteSchema(IReadOnlyList<string> migrations)
{
    // "SINT"
    private const int ApplicationId = 0x53494E54;

    private static readonly Lazy<SqliteSchema> Embedded = new(() => new SqliteSchema([.. ReadSteps()]));

    /// <summary>The tables as this version of the program knows them.</summary>
    public static SqliteSchema Current => Embedded.Value;

    /// <summary>The number of the last step.</summary>
    public int Version => migrations.Count;

    /// <summary>The SQL of a step; the first is number 1.</summary>
    public string Step(int number) => migrations[number - 1];

    /// <summary>True when the file has a version that this program works with.</summary>
    /// <exception cref="SqliteFileRefusedException">It is another program's, or of a newer version.</exception>
    public bool IsCurrent(SqliteSession session, string path)
    {
        // In this order: another process that sets the file up in between commits all three together, and a version without an owner would look
        // like another program's file.
        var isEmpty = session.Number("SELECT count(*) FROM sqlite_schema") == 0;
        var version = session.Number("PRAGMA user_version");
        var application = session.Number("PRAGMA application_id");
        var isNew = isEmpty && application == 0 && version == 0;
        if (application != ApplicationId && !isNew)
        {
            throw new SqliteFileRefusedException(
                $"The database {path} belongs to another program. Move it away, or set another folder or file name.");
        }

        if (version > Version)
        {
            throw new SqliteFileRefusedException(
                $"The database {path} was written by a newer version of this program (its tables have version {version}, this program "
                + $"knows {Version}). Run that version, or restore a backup from before the upgrade.");
        }

        return version == Version;
    }

    /// <summary>Runs the steps that are missing, all or none. The caller has begun a transaction that writes.</summary>
    public void Upgrade(SqliteSession session, string path)
    {
        // Asked for each transaction; whoever else owned the file would have to have had the same number, too.
        if (session.Number("PRAGMA user_version") == Version || IsCurrent(session, path))
        {
            return;
        }

        for (var step = (int)session.Number("PRAGMA user_version") + 1; step <= Version; step++)
        {
            session.ExecuteScript(Step(step));
        }

        session.ExecuteScript(string.Create(
            CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}"));
    }

    private static IEnumerable<string> ReadSteps()
    {
        var assembly = typeof(SqliteSchema).Assembly;
        for (var number = 1; assembly.GetManifestResourceStream(Name(number)) is { } stream; number++)
        {
            using var reader = new StreamReader(stream);
            yield return reader.ReadToEnd();
        }
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"SalesIntel.Sqlite.Schema.{number:000}.sql");
}
