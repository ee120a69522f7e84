using System.Reflection;
using System.Runtime.CompilerServices;
using VerifyTests;

namespace VerifyXunit;

/// <summary>Compares what a test produced with a file beside the test: <c>Class.Method.verified.txt</c>. A difference, or
/// a file that is missing, fails the test and leaves <c>Class.Method.received.txt</c>, which <c>./test.sh --accept</c> accepts.</summary>
public static class Verifier
{
    /// <summary>Verifies a text against a <c>.txt</c> file.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SettingsTask Verify(
        string? target,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string member = "") =>
        Start(target, "txt", settings, sourceFile, member, Assembly.GetCallingAssembly());

    /// <summary>Verifies a text against a file with the given extension, exactly as it is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static SettingsTask Verify(
        string? target,
        string extension,
        VerifySettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string member = "") =>
        Start(target, extension, settings, sourceFile, member, Assembly.GetCallingAssembly());

    private static SettingsTask Start(
        string? text,
        string extension,
        VerifySettings? settings,
        string sourceFile,
        string member,
        Assembly tests) =>
        new(settings, chosen => Snapshot.CompareAsync(
            Path.Combine(SourceFolder.Of(sourceFile), chosen.Directory ?? "", SnapshotName.Of(chosen, sourceFile, member, tests)),
            extension.TrimStart('.'),
            text ?? "null"));
}
