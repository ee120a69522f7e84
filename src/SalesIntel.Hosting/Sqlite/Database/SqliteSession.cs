using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>A connection with the statements that it has prepared so far. For one thread at a time. Statements are run directly, without
/// ADO's commands: these sleep and try again by themselves when the file is busy, and allocate for each value.</summary>
/// <param name="connection">An open connection, which is taken over.</param>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    private const uint ForReuse = 1;

    // https://www.sqlite.org/c3ref/c_stmtstatus_counter.html
    private const int StatementRuns = 6;

    private const int LongestOnStack = 512;

    private readonly sqlite3 handle = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
    private readonly Dictionary<string, sqlite3_stmt> statements = new(StringComparer.Ordinal);

    /// <summary>Opens a connection to a database.</summary>
    /// <exception cref="SqliteFileRefusedException">It can't be used until somebody does something about it.</exception>
    /// <exception cref="SqliteException">It can't be used right now.</exception>
    public static SqliteSession Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
        }.ToString());
        try
        {
            connection.Open();
            return new SqliteSession(connection);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            throw (Exception?)SqliteFailure.Refusal(exception, path) ?? exception;
        }
    }

    /// <summary>False as well when SQLite has ended the transaction by itself because of an error.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>True when the file that was opened is not the one any more that has its name. False where the system can't tell, as on
    /// Windows, which lets nobody move a file that is open.</summary>
    public bool HasMoved => SqliteFileControl.HasMoved(handle);

    /// <summary>The texts of all statements so far.</summary>
    public IReadOnlyCollection<string> Statements => statements.Keys;

    /// <summary>How often a statement was run since the connection was opened.</summary>
    public long Runs => statements.Values.Sum(statement => (long)raw.sqlite3_stmt_status(statement, StatementRuns, 0));

    /// <summary>Rows changed since the connection was opened.</summary>
    public long TotalChanges => raw.sqlite3_total_changes(handle);

    /// <summary>Pages that this connection has written to the log since it was asked the last time.</summary>
    public int TakePagesWritten()
    {
        Check(raw.sqlite3_db_status(handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, resetFlg: 1));
        return pages;
    }

    /// <summary>Gives back what the connection keeps of the database in memory.</summary>
    /// <returns>How much it was, bytes.</returns>
    /// <remarks>https://www.sqlite.org/pragma.html#pragma_shrink_memory</remarks>
    public long ReleaseMemory()
    {
        var before = CachedBytes();
        Execute("PRAGMA shrink_memory");
        return before - CachedBytes();
    }

    /// <summary>Runs a statement to its end.</summary>
    /// <returns>How many rows it has changed.</returns>
    /// <exception cref="SqliteException">It failed.</exception>
    public int Execute(string sql, params ReadOnlySpan<SqliteValue> values)
    {
        using var rows = Query(sql, values);
        while (rows.Read())
        {
        }

        return raw.sqlite3_changes(handle);
    }

    /// <summary>The rows of a statement.</summary>
    /// <exception cref="SqliteException">It can't be prepared.</exception>
    public SqliteRows Query(string sql, params ReadOnlySpan<SqliteValue> values)
    {
        var statement = Prepare(sql);
        for (var index = 0; index < values.Length; index++)
        {
            Bind(statement, index + 1, values[index]);
        }

        return new SqliteRows(statement, this);
    }

    /// <summary>The first column of the first row; 0 when there is none.</summary>
    public long Number(string sql, params ReadOnlySpan<SqliteValue> values)
    {
        using var rows = Query(sql, values);
        return rows.Read() ? rows.Number(0) : 0;
    }

    /// <summary>The first column of the first row; null when there is none.</summary>
    public string? Text(string sql, params ReadOnlySpan<SqliteValue> values)
    {
        using var rows = Query(sql, values);
        return rows.Read() ? rows.TextOrNull(0) : null;
    }

    /// <summary>Begins a transaction that writes; false when another connection is writing.</summary>
    public bool TryBeginWriting()
    {
        var statement = Prepare("BEGIN IMMEDIATE");
        var code = raw.sqlite3_step(statement);
        Reset(statement);
        if (code is raw.SQLITE_BUSY)
        {
            return false;
        }

        Check(code is raw.SQLITE_DONE ? raw.SQLITE_OK : code);
        return true;
    }

    /// <summary>Runs a text of several statements without parameters.</summary>
    public void ExecuteScript(string sql) => Check(raw.sqlite3_exec(handle, sql));

    /// <summary>Ends what another thread runs with this connection.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(handle);

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    internal static void Reset(sqlite3_stmt statement)
    {
        // The code that it gives is that of the step before, which was checked.
        raw.sqlite3_reset(statement);

        // Bytes of a payload are not to be held until the next one comes.
        raw.sqlite3_clear_bindings(statement);
    }

    internal bool Step(sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            Check(code);
        }

        return code is raw.SQLITE_ROW;
    }

    private sqlite3_stmt Prepare(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(handle, sql, ForReuse, out statement));
            statements.Add(sql, statement);
        }

        return statement;
    }

    private void Bind(sqlite3_stmt statement, int index, in SqliteValue value) => Check(value.Kind switch
    {
        SqliteValue.Form.Number => raw.sqlite3_bind_int64(statement, index, value.Number),
        SqliteValue.Form.Text => BindText(statement, index, value.Text!),
        SqliteValue.Form.Utf8 => raw.sqlite3_bind_text(statement, index, value.Bytes.Span),
        SqliteValue.Form.Bytes => raw.sqlite3_bind_blob(statement, index, value.Bytes.Span),
        _ => raw.sqlite3_bind_null(statement, index),
    });

    // An empty span would be bound as null.
    private static int BindText(sqlite3_stmt statement, int index, string text)
    {
        if (text.Length is 0 or > LongestOnStack)
        {
            return raw.sqlite3_bind_text(statement, index, text);
        }

        Span<byte> bytes = stackalloc byte[LongestOnStack * 3];
        return raw.sqlite3_bind_text(statement, index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    private long CachedBytes()
    {
        Check(raw.sqlite3_db_status(handle, raw.SQLITE_DBSTATUS_CACHE_USED, out var bytes, out _, resetFlg: 0));
        return bytes;
    }

    private void Check(int code)
    {
        if (code is not raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, handle);
        }
    }
}
