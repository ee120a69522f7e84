namespace SalesIntel.Hosting.Sqlite;

/// <summary>Lets processes that write to one file take turns. SQLite has no queue for its write lock, so one that writes without a pause
/// would keep the others out. Whoever waits holds a file beside the database; the one that writes looks at it after each batch and lets
/// the other go first.</summary>
internal sealed class WriterTurn(SqliteFiles files, BusyWait busy)
{
    // A process that is suspended while it waits must not hold up the others for longer.
    private static readonly TimeSpan Courtesy = TimeSpan.FromMilliseconds(20);

    /// <summary>Tries until it succeeds, announced to whoever is writing; false when it took too long.</summary>
    public bool Wait(Func<bool> attempt)
    {
        if (attempt())
        {
            return true;
        }

        FileStream? announced = null;
        try
        {
            return busy.Until(
                () =>
                {
                    announced ??= Announce();
                    return attempt();
                },
                BusyWait.Limit);
        }
        finally
        {
            announced?.Dispose();
        }
    }

    /// <summary>Waits while another process waits for its turn, until it has begun.</summary>
    public void LetOthers()
    {
        if (!IsWanted())
        {
            return;
        }

        busy.Until(() => !IsWanted(), Courtesy);
    }

    private bool IsWanted()
    {
        try
        {
            Open(FileShare.Read).Dispose();
            return false;
        }
        catch (IOException)
        {
            return File.Exists(files.Turn);
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's file: then there are no turns, and whoever waits has to be lucky.
            return false;
        }
    }

    private FileStream? Announce()
    {
        try
        {
            return Open(FileShare.None);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another one waits too and has announced it, or it can't be.
            return null;
        }
    }

    private FileStream Open(FileShare share) => SqliteFiles.Open(files.Turn, FileMode.OpenOrCreate, FileAccess.Read, share);
}
