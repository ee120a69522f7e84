using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>The database as this process uses it: opens connections, and before the first creates the file and brings its tables up to
/// date.</summary>
internal sealed class SqliteDatabase(SqliteFiles files, SqliteSchema schema, SqliteTuning tuning, BusyWait busy, ILogger logger)
    : IDisposable
{
    // Kept small between checkpoints: a burst that made it grow gives the space back.
    private const int WriteAheadLogBytes = 64 << 20;

    private const string Wal = "wal";

    private const int WriterCacheBytes = 8 << 20;

    // A little less than the log keeps, and much more than the checkpointer lets it grow to: only a writer that never pauses gets there,
    // because the log begins anew when all of it has been copied.
    private const int WriterCheckpointPages = 14_000;

    private readonly Lock gate = new();
    private FileStream? use;

    // Kept open from the first use on, and used for nothing but to know the file by.
    private SqliteSession? opened;
    private volatile bool isUpgrading;

    public string Path => files.Path;

    public SqliteSchema Schema => schema;

    /// <summary>A connection for the writer. It does not wait by itself when another process is writing.</summary>
    /// <exception cref="SqliteFileRefusedException">The file can't be used until somebody does something about it.</exception>
    /// <exception cref="SqliteException">It can't be used right now.</exception>
    public SqliteSession OpenWriter()
    {
        var session = Open();
        session.Execute("PRAGMA busy_timeout = 0");

        // Payloads push the pages of indexes out of a small cache, and each acceptance needs some of these.
        session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA cache_size = {-WriterCacheBytes / 1024}"));

        session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {WriterCheckpointPages}"));
        return session;
    }

    /// <summary>A connection that copies the log into the database.</summary>
    /// <inheritdoc cref="OpenWriter"/>
    public SqliteSession OpenCheckpointer() => Open();

    /// <summary>A connection that only reads.</summary>
    /// <inheritdoc cref="OpenWriter"/>
    public SqliteSession OpenReader()
    {
        var session = Open();
        session.Execute("PRAGMA query_only = 1");
        return session;
    }

    /// <summary>What whoever waits for that is told.</summary>
    public static string UpgradeUnderWay(string path) =>
        $"The tables of the database {path} are being brought up to date, which takes some seconds for each million events. It can be used as "
        + "soon as that is done.";

    /// <summary>True while the tables are brought up to date, for which whoever writes or reads waits.</summary>
    public bool IsUpgrading => isUpgrading;

    /// <summary>Refuses to go on when the file was taken away or another has its place. What a connection that is still open writes goes
    /// nowhere then; and the log, which is found by its name, would be copied into a database that it does not belong to.</summary>
    /// <exception cref="SqliteFileRefusedException">It was.</exception>
    public void EnsureSame()
    {
        // What has disappeared has moved as well.
        if (opened is null || !opened.HasMoved)
        {
            return;
        }

        if (!File.Exists(files.Path))
        {
            throw new SqliteFileRefusedException(
                $"The database {files.Path} has disappeared while it was in use. Put it back, or restore a backup; to begin with an "
                + "empty one, restart this process.");
        }

        throw new SqliteFileRefusedException(
            $"Another file was put in the place of the database {files.Path} while it was in use. Stop this process; then put a backup there "
            + "with store restore, or the former file back with the files that were beside it.");
    }

    public void Dispose()
    {
        lock (gate)
        {
            opened?.Dispose();
            use?.Dispose();
        }
    }

    private SqliteSession Open()
    {
        lock (gate)
        {
            Prepare();
            var session = Connect();
            try
            {
                SetUp(session);
                if (opened is null)
                {
                    opened = Connect();
                    files.RememberUse();
                }

                return session;
            }
            catch (SqliteException exception)
            {
                session.Dispose();
                throw (Exception?)SqliteFailure.Refusal(exception, files.Path) ?? exception;
            }
            catch
            {
                session.Dispose();
                throw;
            }
        }
    }

    // Never created a second time: an empty file in the place of one that has disappeared would look like all is well.
    private void Prepare()
    {
        if (opened is not null)
        {
            EnsureSame();
            return;
        }

        files.Create();
        use ??= tuning.IsAlone ? Own() : files.BeginUse();
        if (files.Protect() is { } risk)
        {
            Log.AtRisk(logger, risk);
        }
    }

    private FileStream Own() => files.TryOwn() ?? throw new SqliteFileRefusedException(
        $"A process uses the database {files.Path}. Stop the service and everything else that uses it first.");

    private SqliteSession Connect() => SqliteSession.Open(files.Path, SqliteOpenMode.ReadWrite);

    private void SetUp(SqliteSession session)
    {
        session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)BusyWait.Limit.TotalMilliseconds}"));
        // A copy, such as a backup, keeps no log until it is told to.
        var isReady = schema.IsCurrent(session, files.Path) && session.Text("PRAGMA journal_mode") is Wal;
        session.Execute($"PRAGMA synchronous = {(tuning.SyncsOnCommit ? "FULL" : "NORMAL")}");
        session.Execute("PRAGMA foreign_keys = 1");
        session.Execute("PRAGMA trusted_schema = 0");
        session.Execute("PRAGMA cell_size_check = 1");
        session.Execute("PRAGMA temp_store = MEMORY");
        session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA journal_size_limit = {WriteAheadLogBytes}"));
        if (tuning.MostPages is { } most)
        {
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {most}"));
        }

        if (!isReady)
        {
            Upgrade(session);
        }
    }

    // Whoever waits is told so from the first attempt on: another process may be the one that does it.
    private void Upgrade(SqliteSession session)
    {
        isUpgrading = true;
        try
        {
            if (!busy.Until(() => TryUpgrade(session), BusyWait.Limit))
            {
                throw new SqliteException("Another process is changing the tables.", raw.SQLITE_BUSY);
            }
        }
        finally
        {
            isUpgrading = false;
        }
    }

    // Two processes may come upon a new file at once; SQLite refuses the second to set it up without any wait.
    private bool TryUpgrade(SqliteSession session)
    {
        try
        {
            // Has an effect before the first table alone.
            session.Execute("PRAGMA auto_vacuum = INCREMENTAL");
            if (session.Text("PRAGMA journal_mode = WAL") is not Wal)
            {
                throw new SqliteFileRefusedException(
                    $"The database {files.Path} can't keep a write-ahead log. It must lie on a local disk, not on a network file system.");
            }

            if (!session.TryBeginWriting())
            {
                return false;
            }

            schema.Upgrade(session, files.Path);
            session.Execute("COMMIT");
            Log.Upgraded(logger, files.Path, schema.Version);
            return true;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode is raw.SQLITE_BUSY)
        {
            return false;
        }
    }
}
