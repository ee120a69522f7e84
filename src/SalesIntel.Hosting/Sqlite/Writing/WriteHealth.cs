namespace SalesIntel.Hosting.Sqlite;

/// <summary>Whether the database can be written; tells people when that changes.</summary>
internal sealed class WriteHealth(SqliteDatabase database, ILogger logger)
{
    private volatile bool isFailing;

    /// <summary>True while nothing could be written the last time.</summary>
    public bool IsFailing => isFailing;

    public void Fail(Exception failure)
    {
        if (!isFailing)
        {
            isFailing = true;
            Log.WriteFailed(logger, failure.Message, failure is StoreUnavailableException ? null : failure);
        }
    }

    public void Recover()
    {
        if (isFailing)
        {
            isFailing = false;
            Log.WritesAgain(logger, database.Path);
        }
    }
}
