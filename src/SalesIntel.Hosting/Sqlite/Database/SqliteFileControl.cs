using System.Runtime.InteropServices;
using SQLitePCL;

namespace SalesIntel.Hosting.Sqlite;

/// <summary>What SQLite can be asked about an open file.</summary>
/// <remarks>https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html</remarks>
internal static class SqliteFileControl
{
    private const int AskMoved = 20;

    /// <summary>True when the file was renamed, moved or deleted since it was opened.</summary>
    public static bool HasMoved(sqlite3 connection)
    {
        var isHeld = false;
        try
        {
            connection.DangerousAddRef(ref isHeld);
            return Control(connection.DangerousGetHandle(), IntPtr.Zero, AskMoved, out var moved) == raw.SQLITE_OK && moved != 0;
        }
        finally
        {
            if (isHeld)
            {
                connection.DangerousRelease();
            }
        }
    }

    // The library of Microsoft.Data.Sqlite, which has no call of its own for it.
    [DllImport("e_sqlite3", EntryPoint = "sqlite3_file_control", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int Control(IntPtr connection, IntPtr name, int operation, out int answer);
}
