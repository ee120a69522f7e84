namespace SalesIntel.Hosting.Sqlite;

/// <summary>The disk on which the database lies.</summary>
internal static class SqliteVolume
{
    private const long LittleRoom = 256L << 20;

    // As the kernel calls them; the framework takes some of them for local disks.
    private static readonly HashSet<string> OverNetwork = new(StringComparer.OrdinalIgnoreCase)
    {
        "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "smbfuse", "afs", "coda", "ncp", "ncpfs", "novell", "ceph", "glusterfs", "gfs", "gfs2",
        "lustre", "ocfs2", "fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone", "9p", "v9fs", "davfs", "webdav", "afpfs", "osxfuse",
    };

    /// <summary>What is at risk there, one sentence each; empty when all is well.</summary>
    public static IEnumerable<string> FindRisks(SqliteFiles files)
    {
        var drive = new DriveInfo(files.Folder);
        if (IsNetwork(drive.DriveType, drive.DriveFormat))
        {
            yield return $"The database {files.Path} lies on a network file system ({drive.DriveFormat}), where locks are not reliable and it can be "
                + "damaged. Set a folder on a local disk, or use Redis.";
        }

        if (drive.AvailableFreeSpace < LittleRoom)
        {
            yield return $"The disk of the database {files.Path} has {drive.AvailableFreeSpace >> 20} MiB left; when it is full no event can be "
                + "accepted. Free space on it.";
        }
    }

    public static bool IsNetwork(DriveType type, string format) => type == DriveType.Network || OverNetwork.Contains(format);
}
