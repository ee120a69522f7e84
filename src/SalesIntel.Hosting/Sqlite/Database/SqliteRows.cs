using SQLitePCL;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>The rows of a query, one after the other. Columns count from 0. Dispose it before the same statement is used again.</summary>
internal readonly ref struct SqliteRows(sqlite3_stmt statement, SqliteSession session)
{
    /// <summary>Goes to the next row; false when there is none.</summary>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">It can't be read.</exception>
    public bool Read() => session.Step(statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string() ?? "";

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>A text as it is stored, until the next row is read.</summary>
    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(statement, column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public DateTimeOffset Time(int column) => AcceptanceClock.FromMicroseconds(Number(column));

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public void Dispose() => SqliteSession.Reset(statement);
}
