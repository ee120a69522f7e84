using SalesIntel.Settings;

namespace SalesIntel.Hosting.Configuration;

/// <summary>Says what is wrong in the configuration of a program that catches no <see cref="SettingsException"/>: .NET would print a stack
/// trace, and write a dump where dumps are on.</summary>
internal static class UnhandledSettings
{
    // As for a command line that can't be used.
    private const int Unusable = 2;

    private static int isSet;

    /// <summary>Explains it should the exception be the program's end; one that is caught is its catcher's.</summary>
    public static void Explain()
    {
        if (Interlocked.Exchange(ref isSet, 1) == 0)
        {
            AppDomain.CurrentDomain.UnhandledException += (_, end) =>
            {
                if (end.ExceptionObject is SettingsException wrong)
                {
                    Console.Error.WriteLine($"SalesIntel can't start. {wrong.Message}");
                    Environment.Exit(Unusable);
                }
            };
        }
    }
}
