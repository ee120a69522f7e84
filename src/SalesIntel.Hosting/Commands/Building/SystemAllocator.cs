using System.Runtime.InteropServices;

namespace SalesIntel.Hosting.Commands.Building;

/// <summary>The allocator of the C library, from which SQLite and the runtime's compiler have their memory.</summary>
internal static class SystemAllocator
{
    private const string GnuLibrary = "libc.so.6";

    private static readonly bool CanTrim = OperatingSystem.IsLinux()
        && NativeLibrary.TryLoad(GnuLibrary, out var library) && NativeLibrary.TryGetExport(library, "malloc_trim", out _);

    /// <summary>Gives free pages back to the system, which glibc does only for those at the end of its memory; other libraries do it by
    /// themselves, and nothing is done there.</summary>
    /// <remarks>https://man7.org/linux/man-pages/man3/malloc_trim.3.html</remarks>
    public static void Trim()
    {
        if (CanTrim)
        {
            _ = MallocTrim(0);
        }
    }

    [DllImport(GnuLibrary, EntryPoint = "malloc_trim")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MallocTrim(nuint pad);
}
