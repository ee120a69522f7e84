using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SalesIntel.Core.Tests.Fakes;

/// <summary>What something costs the processor: other work beside it, which makes a clock on the wall go on, does not count.</summary>
internal static class ProcessorTime
{
    private const int ThreadClock = 3;

    /// <summary>The processor time of a call that stays on its thread; where the system does not tell a thread's, the time that went by.</summary>
    public static TimeSpan Of(Action call)
    {
        var started = Now();
        call();
        return Now() - started;
    }

    private static TimeSpan Now() => OperatingSystem.IsLinux() && GetTime(ThreadClock, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick)
        : Stopwatch.GetElapsedTime(0);

    [DllImport("libc", EntryPoint = "clock_gettime", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Moment time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
