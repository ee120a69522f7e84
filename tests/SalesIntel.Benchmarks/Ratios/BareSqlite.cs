using Microsoft.Data.Sqlite;

namespace SalesIntel.Benchmarks.Ratios;

/// <summary>Two inserts in one transaction that is on the disk when it returns.</summary>
internal sealed class BareSqlite : IBareStore
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;

    public BareSqlite(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using (var create = connection.CreateCommand())
        {
            create.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
                + "CREATE TABLE body (key TEXT PRIMARY KEY, body BLOB) WITHOUT ROWID; "
                + "CREATE TABLE score (score INTEGER, key TEXT, PRIMARY KEY (score, key)) WITHOUT ROWID;";
            create.ExecuteNonQuery();
        }

        insert = connection.CreateCommand();
        insert.CommandText = "BEGIN IMMEDIATE; INSERT INTO body VALUES ($key, $body); INSERT INTO score VALUES ($score, $key); COMMIT";
        insert.Parameters.Add("$key", SqliteType.Text);
        insert.Parameters.Add("$body", SqliteType.Blob);
        insert.Parameters.Add("$score", SqliteType.Integer);
    }

    public Task StoreAsync(string key, byte[] body, long score)
    {
        (insert.Parameters[0].Value, insert.Parameters[1].Value, insert.Parameters[2].Value) = (key, body, score);
        insert.ExecuteNonQuery();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await insert.DisposeAsync();
        await connection.DisposeAsync();
    }
}
