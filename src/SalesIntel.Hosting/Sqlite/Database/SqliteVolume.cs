namespace SalesIntel.Hosting.Sqlite;

/// <summary>The disk on which the database lies.</summary>
internal static class SqliteVolume
{
    private const long LittleRoom = 256L << 20;

    // As the kernel calls them; the framework takes some of them for local disks.
    private static readonly HashSet<string> OverNetwork = new(StringComparer.OrdinalIgnoreCase)
    {
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "smbfuse", "afs", "coda", "ncp", "ncpfs", "novell", "ceph", "glusterfs",
        "gfs", "gfs2", "lustre", "ocfs2", "fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone", "9p", "v9fs",
        "davfs", "webdav", "afpfs", "osxfuse",
    };

    /// <summary>What is at risk there, one sentence each; empty when all is well, or nothing can be learned about the disk.</summary>
    public static IReadOnlyList<string> FindRisks(SqliteFiles files)
    {
        try
        {
            var drive = new DriveInfo(files.Folder);
            return [.. FindRisks(files.Path, drive.DriveType, drive.DriveFormat, drive.AvailableFreeSpace)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return [$"Nothing could be learned about the disk of the database {files.Path} ({exception.Message}); it must be a local one."];
        }
    }

    /// <inheritdoc cref="FindRisks(SqliteFiles)"/>
    public static IEnumerable<string> FindRisks(string path, DriveType type, string format, long freeBytes)
    {
        if (type == DriveType.Network || OverNetwork.Contains(format))
        {
            yield return $"The database {path} lies on a network file system ({format}), where locks are not reliable and it can be "
                + "damaged. Set a folder on a local disk, or use Redis.";
        }

        if (freeBytes < LittleRoom)
        {
            yield return $"The disk of the database {path} has {freeBytes >> 20} MiB left; when it is full no event can be accepted. "
                + "Free space on it.";
        }
    }
}
