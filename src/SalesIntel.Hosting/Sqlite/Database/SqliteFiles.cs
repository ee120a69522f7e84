namespace SalesIntel.Hosting.Sqlite;

/// <summary>The database's file and those beside it: who may read them, and who uses them. SQLite gives its own files beside it
/// (<c>-wal</c>, <c>-shm</c>) the rights of the first.</summary>
/// <param name="path">The database's file.</param>
internal sealed class SqliteFiles(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode OthersMayWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    public string Path => path;

    public string Folder { get; } = System.IO.Path.GetDirectoryName(path)
        ?? throw new ArgumentException("The path names no file.", nameof(path));

    /// <summary>Held exclusively by the process that waits for its turn to write.</summary>
    public string Turn => path + "-turn";

    public string WriteAheadLog => path + "-wal";

    public string SharedMemory => path + "-shm";

    // Held by each process that uses the database, exclusively by one that replaces it.
    private string Use => path + "-use";

    /// <summary>True when the database was used before, and its file is not there any more or has nothing in it.</summary>
    public bool HasDisappeared => File.Exists(path) ? new FileInfo(path).Length == 0 && Length(Use) > 0 : File.Exists(Use);

    /// <summary>Creates folder and file where they are missing.</summary>
    /// <exception cref="SqliteFileRefusedException">This user may not, or something else has the name.</exception>
    public void Create()
    {
        if (Directory.Exists(path))
        {
            throw new SqliteFileRefusedException($"{path} is a folder. Set the name of a file for the database.");
        }

        try
        {
            CreateFolder();
            if (!File.Exists(path))
            {
                Open(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite).Dispose();
            }
        }
        catch (UnauthorizedAccessException exception)
        {
            throw NotWritable(exception);
        }
        catch (IOException exception) when (File.Exists(Folder))
        {
            throw new SqliteFileRefusedException($"{Folder} is a file, and the database needs a folder. Set another one.", exception);
        }
        catch (IOException exception) when (!IsFull(exception))
        {
            throw new SqliteFileRefusedException(
                $"The database {path} can't be created: {exception.Message} Set another folder for it.", exception);
        }
    }

    /// <summary>Takes away from other users what rights they have to the file.</summary>
    /// <returns>What could not be changed and is at risk; null when nothing is.</returns>
    public string? Protect()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        try
        {
            // What the owner has taken away from himself is meant.
            var mode = File.GetUnixFileMode(path);
            if ((mode & ~OwnerOnly) != 0)
            {
                File.SetUnixFileMode(path, mode & OwnerOnly);
            }
        }
        catch (UnauthorizedAccessException)
        {
            return $"Other users may read the database {path}, which holds personal data, and this user may not change that. Run "
                + $"chmod 600 on it as its owner.";
        }

        return (File.GetUnixFileMode(Folder) & OthersMayWrite & ~StickyFolder()) == 0 ? null
            : $"Other users may replace files in {Folder}, where the database is. Run chmod 700 on it, or set a folder of its own.";
    }

    /// <summary>Says that this process uses the database, until it is disposed.</summary>
    /// <exception cref="SqliteFileRefusedException">It is being replaced right now, or this user may not.</exception>
    public FileStream BeginUse()
    {
        try
        {
            return Open(Use, FileMode.OpenOrCreate, FileAccess.Read, FileShare.Read);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw NotWritable(exception);
        }
        catch (IOException exception) when (File.Exists(Use))
        {
            throw new SqliteFileRefusedException($"The database {path} is being restored or copied. Start again when that is done.", exception);
        }
    }

    /// <summary>Notes that the database has had tables, so that an empty file is known for what it is. The file of an older version, and of
    /// Windows, which lets nobody write what others have locked, goes without.</summary>
    public void RememberUse()
    {
        if (OperatingSystem.IsWindows() || Length(Use) is not 0)
        {
            return;
        }

        try
        {
            using var note = Open(Use, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            note.WriteByte((byte)'1');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The disk is full, or it is another user's: the next start notes it, and what can be read is read until then.
        }
    }

    /// <summary>Keeps every other process from using the database, until it is disposed; null when one does.</summary>
    public FileStream? TryOwn()
    {
        try
        {
            return Open(Use, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(Use))
        {
            return null;
        }
    }

    /// <summary>Opens a file that only its owner may read.</summary>
    public static FileStream Open(string file, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows() && mode is not FileMode.Open)
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(file, options);
    }

    private static long? Length(string file) => new FileInfo(file) is { Exists: true } found ? found.Length : null;

    // ENOSPC, or the same of Windows: that passes.
    private static bool IsFull(IOException exception) => (exception.HResult & 0xFFFF) is 28 or 0x70;

    // Where the sticky bit is set, as in /tmp, nobody replaces another's files.
    private UnixFileMode StickyFolder() =>
        !OperatingSystem.IsWindows() && File.GetUnixFileMode(Folder).HasFlag(UnixFileMode.StickyBit) ? OthersMayWrite : UnixFileMode.None;

    private void CreateFolder()
    {
        if (Directory.Exists(Folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder);
        }
        else
        {
            Directory.CreateDirectory(Folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }

    private SqliteFileRefusedException NotWritable(Exception exception) => new(
        $"The folder {Folder} is not writable for this user. Make it so, or set another folder for the database.", exception);
}
